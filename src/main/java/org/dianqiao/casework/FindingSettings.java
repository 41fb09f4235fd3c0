package org.dianqiao.casework;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When something in a timeline is worth a look.
 *
 * @param skew how much earlier than our receipt a claimed time may lie. A day: who tells in the evening or the next
 *     morning what was done is within it, whatever systems lie between; what was written down afterwards is not
 */
@ConfigurationProperties("dianqiao.findings")
public record FindingSettings(@DefaultValue("24h") Duration skew) {

    private static final Duration LONGEST = Duration.ofDays(31);

    public FindingSettings {
        if (skew.toMinutes() < 1 || skew.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("dianqiao.findings.skew must be from a minute to 31 days");
        }
    }
}
