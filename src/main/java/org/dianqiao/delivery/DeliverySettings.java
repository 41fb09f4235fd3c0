package org.dianqiao.delivery;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient deliveries are.
 *
 * @param timeout how long a partner may take to answer
 * @param firstRetry the wait after the first failure; it doubles with each further one
 * @param longestRetry the wait never grows beyond this
 * @param jitter which share of a wait is left to chance, so that nobody is met by everything at once
 * @param atOnce how many deliveries to one partner are under way at the same time
 * @param breakAfter after how many failures in a row a partner is left alone for a while
 */
@Validated
@ConfigurationProperties("dianqiao.delivery")
public record DeliverySettings(
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("1s") Duration firstRetry,
        @DefaultValue("5m") Duration longestRetry,

        @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("1")
        double jitter,

        @DefaultValue("16") @Min(1) @Max(64) int atOnce,
        @DefaultValue("5") @Min(1) int breakAfter) {

    public DeliverySettings {
        require(timeout.toMillis() > 0, "timeout must be longer than nothing");
        require(firstRetry.toMillis() > 0, "first-retry must be longer than nothing");
        require(longestRetry.compareTo(firstRetry) >= 0, "longest-retry must not be shorter than first-retry");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("dianqiao.delivery." + otherwise);
        }
    }

    /** A node that has not renewed its hold on a delivery for so long is believed dead. */
    Duration lease() {
        return timeout.multipliedBy(2).plusSeconds(30);
    }
}
