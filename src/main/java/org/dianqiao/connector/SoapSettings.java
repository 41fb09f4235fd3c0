package org.dianqiao.connector;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Of messages that are signed in SOAP.
 *
 * @param window by how much the time at which they say that they were made may differ from ours, either way; and how long
 *     ours are good
 */
@ConfigurationProperties("dianqiao.soap")
public record SoapSettings(@DefaultValue("5m") Duration window) {

    public SoapSettings {
        if (window.toSeconds() < 1 || window.compareTo(Nonce.LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException(
                    "dianqiao.soap.window must be from 1 s to " + Nonce.LONGEST_WINDOW.toMinutes() + " min");
        }
    }
}
