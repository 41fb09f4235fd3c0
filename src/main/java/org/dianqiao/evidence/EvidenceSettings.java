package org.dianqiao.evidence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much evidence is given at once.
 *
 * @param entries how many entries a bundle may hold; the verifier reads no more than a hundred thousand
 * @param largest how large a bundle may be, its parts included
 */
@Validated
@ConfigurationProperties("dianqiao.evidence")
public record EvidenceSettings(
        @DefaultValue("100000") @Min(1) @Max(100_000) int entries,

        @DefaultValue("4GB") DataSize largest) {

    public EvidenceSettings {
        if (largest.toBytes() < 1 << 20) {
            throw new IllegalArgumentException("dianqiao.evidence.largest must not be less than 1MB");
        }
    }
}
