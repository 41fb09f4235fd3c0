package org.dianqiao.certificate;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dianqiao.codes.Check;
import org.dianqiao.codes.CreditCode;
import org.dianqiao.codes.LicenceType;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who issues certificates.
 *
 * @param issuer its full name, as it stands on its seal
 * @param issuerCode its unified social credit code
 * @param definerCode that of the body that defined the three types; the issuer's own where it is left out
 * @param types the three digits that this body has given each type
 * @param pages where everybody reaches the gateway's public pages
 * @param seal the seal that an authority has made for the issuer; without it the gateway makes one with its own key
 */
@ConfigurationProperties("dianqiao.certificates")
public record CertificateSettings(
        String issuer,
        String issuerCode,
        @Nullable String definerCode,
        Types types,
        URI pages,
        @Nullable String seal) {

    private static final int LONGEST_NAME = 40;

    /** Three digits each, all of them different. */
    public record Types(String filing, String commitment, String summary) {}

    public CertificateSettings {
        require(!issuer.isBlank() && issuer.length() <= LONGEST_NAME, "issuer must have 1 to 40 characters");
        requireValid("issuer-code", CreditCode.check(issuerCode));
        requireValid("definer-code", CreditCode.check(definerCode == null ? issuerCode : definerCode));
        List<String> digits = List.of(types.filing(), types.commitment(), types.summary());
        require(digits.stream().allMatch(each -> each.matches("[0-9]{3}")), "types must be three digits each");
        require(Set.copyOf(digits).size() == digits.size(), "types must be different");
        require(List.of("http", "https").contains(String.valueOf(pages.getScheme())), "pages must begin with http");
        require(!pages.toString().endsWith("/"), "pages must not end with a slash");
    }

    LicenceType type(Kind kind) {
        String definer = definerCode == null ? issuerCode : definerCode;
        return LicenceType.of(definer
                + switch (kind) {
                    case FILING -> types.filing();
                    case COMMITMENT -> types.commitment();
                    case SUMMARY -> types.summary();
                });
    }

    /** Where everybody can ask for this certificate. */
    String page(String identifier) {
        return pages + "/certificates/" + identifier;
    }

    /** Not bound as a path: Spring would look for a relative one in the web server's folder. */
    @Nullable
    Path sealFile() {
        return seal == null || seal.isBlank() ? null : Path.of(seal).toAbsolutePath();
    }

    private static void requireValid(String name, Check check) {
        require(check.verdict() == Check.Verdict.VALID, name + ": " + check.reason());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("dianqiao.certificates." + otherwise);
        }
    }
}
