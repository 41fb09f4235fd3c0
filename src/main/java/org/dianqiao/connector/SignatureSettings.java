package org.dianqiao.connector;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Of requests that are signed by their headers.
 *
 * @param window by how much the time they say may differ from ours, either way
 */
@ConfigurationProperties("dianqiao.signatures")
public record SignatureSettings(@DefaultValue("180s") Duration window) {

    /** What the systems that sign so allow each other. */
    public static final Duration USUAL = Duration.ofSeconds(180);

    public SignatureSettings {
        if (window.toSeconds() < 1 || window.compareTo(Nonce.LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException(
                    "dianqiao.signatures.window must be from 1 s to " + Nonce.LONGEST_WINDOW.toMinutes() + " min");
        }
    }
}
