package org.dianqiao.documents;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How registers are asked for what a customer would otherwise bring.
 *
 * @param patience how long all of them together may take for one customer
 */
@ConfigurationProperties("dianqiao.documents")
public record DocumentSettings(@DefaultValue("10s") Duration patience) {

    public DocumentSettings {
        if (patience.toMillis() < 1) {
            throw new IllegalArgumentException("dianqiao.documents.patience must be longer than nothing");
        }
    }
}
