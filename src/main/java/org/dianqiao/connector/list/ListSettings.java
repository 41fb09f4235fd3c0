package org.dianqiao.connector.list;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Of folders in which partners leave lists.
 *
 * @param interval how often each is looked into
 * @param still for how long a file has not changed when it counts as written to its end
 */
@ConfigurationProperties("dianqiao.lists")
public record ListSettings(
        @DefaultValue("30s") Duration interval,
        @DefaultValue("10s") Duration still) {

    public ListSettings {
        if (interval.isNegative() || interval.isZero() || still.isNegative()) {
            throw new IllegalArgumentException("dianqiao.lists.interval and .still must be times to come");
        }
    }
}
