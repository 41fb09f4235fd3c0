package org.dianqiao.connector;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Of what goes to marketing systems.
 *
 * @param environment with which the numbers begin that we give them. Gateways with databases of their own that speak to the
 *     same marketing system must each have another
 * @param largestFiles how large the files together may be that go along with a result. What is beyond is named only
 */
@ConfigurationProperties("dianqiao.marketing")
public record MarketingSettings(
        @DefaultValue("01") String environment,
        @DefaultValue("4MB") DataSize largestFiles) {

    /** A message goes out whole, and what is in base64 stands in memory up to ten times its size. */
    private static final DataSize MOST = DataSize.ofMegabytes(8);

    public MarketingSettings {
        if (!environment.matches("[0-9]{2}")) {
            throw new IllegalArgumentException("dianqiao.marketing.environment must be two digits");
        }
        if (largestFiles.isNegative() || largestFiles.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("dianqiao.marketing.largest-files must be from 0B to 8MB");
        }
    }
}
