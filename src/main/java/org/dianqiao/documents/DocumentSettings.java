package org.dianqiao.documents;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How registers are asked for what a customer would otherwise bring.
 *
 * @param patience how long all of them together may take for one customer
 * @param atOnce how many questions to one service are under way at the same time
 */
@Validated
@ConfigurationProperties("dianqiao.documents")
public record DocumentSettings(
        @DefaultValue("10s") Duration patience,
        @DefaultValue("16") @Min(1) @Max(64) int atOnce) {

    public DocumentSettings {
        if (patience.toMillis() < 1) {
            throw new IllegalArgumentException("dianqiao.documents.patience must be longer than nothing");
        }
    }
}
