package org.dianqiao.connector;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Of applications that go to marketing systems.
 *
 * @param environment with which the numbers begin that we give them. Gateways with databases of their own that speak to the
 *     same marketing system must each have another
 */
@ConfigurationProperties("dianqiao.marketing")
public record MarketingSettings(@DefaultValue("01") String environment) {

    public MarketingSettings {
        if (!environment.matches("[0-9]{2}")) {
            throw new IllegalArgumentException("dianqiao.marketing.environment must be two digits");
        }
    }
}
