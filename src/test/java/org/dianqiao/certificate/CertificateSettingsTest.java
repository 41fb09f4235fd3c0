package org.dianqiao.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.dianqiao.certificate.CertificateSettings.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificateSettingsTest {

    private static final String CODE = "11410100MB1T000175";
    private static final Types TYPES = new Types("001", "002", "003");

    @Test
    void nameEachTypeByItsDefiner() {
        assertThat(Press.settings(null).type(Kind.COMMITMENT).text()).isEqualTo(CODE + "002");
        assertThat(settings("局", CODE, "11100000000013338W", TYPES, "https://a")
                        .type(Kind.SUMMARY)
                        .text())
                .isEqualTo("11100000000013338W003");
    }

    @Test
    void saySoWhereTheyAreWrong() {
        refuses("issuer", " ", CODE, null, TYPES, "https://a");
        refuses("issuer", "局".repeat(41), CODE, null, TYPES, "https://a");
        refuses("issuer-code", "局", "11410100MB1T000176", null, TYPES, "https://a");
        refuses("definer-code", "局", CODE, "1", TYPES, "https://a");
        refuses("types", "局", CODE, null, new Types("1", "002", "003"), "https://a");
        refuses("types", "局", CODE, null, new Types("001", "002", "001"), "https://a");
        refuses("pages", "局", CODE, null, TYPES, "a.example");
        refuses("pages", "局", CODE, null, TYPES, "https://a/");
    }

    private static void refuses(
            String setting, String issuer, String code, @Nullable String definer, Types types, String pages) {
        assertThatThrownBy(() -> settings(issuer, code, definer, types, pages))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("dianqiao.certificates." + setting);
    }

    private static CertificateSettings settings(
            String issuer, String code, @Nullable String definer, Types types, String pages) {
        return new CertificateSettings(issuer, code, definer, types, URI.create(pages), null);
    }
}
