package org.dianqiao.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one provider may hold up.
 *
 * @param atOnce how many questions to one provider are under way at the same time
 * @param waiting how many more stand in line for that
 * @param patience how long they stand there
 */
@Validated
@ConfigurationProperties("dianqiao.asking")
public record AskingSettings(
        @DefaultValue("32") @Min(1) @Max(64) int atOnce,
        @DefaultValue("32") @Min(0) @Max(64) int waiting,
        @DefaultValue("5s") Duration patience) {

    public AskingSettings {
        if (patience.isNegative()) {
            throw new IllegalArgumentException("dianqiao.asking.patience must not be less than nothing");
        }
    }
}
