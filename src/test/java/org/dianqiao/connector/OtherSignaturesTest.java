package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Credentials.Letters;
import org.dianqiao.partner.Credentials.Signature;
import org.dianqiao.partner.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherSignaturesTest {

    private static final String FINGERPRINT = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final Instant END = Requester.THEN.plus(Duration.ofDays(800));

    @Test
    void aBearerOfTheSecretIsLetIn() {
        Requester caller = Requester.signing(credentials(Signature.BEARER, ""));
        assertThat(caller.headers()).isEqualTo(Map.of("Authorization", "Bearer zz-2026-secret"));
        assertThat(caller.asks(Requester.THEN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "zz-2026-secret", "Bearer ", "Bearer zz-2026-secre", "Bearer zz-2026-secrets", "Basic zz"})
    void aBearerOfAnythingElseIsNot(String value) {
        Requester caller = Requester.signing(credentials(Signature.BEARER, "")).saying("Authorization", value);
        assertThat(caller.refusal())
                .isEqualTo("bad-signature 请求头 Authorization 与所登记的凭据不符。")
                .doesNotContain("zz-2026-secret");
        assertThat(caller.without("Authorization").refusal()).contains("缺少");
    }

    @Test
    void aConnectionIsLetInByItsCertificate() {
        Credentials credentials = credentials(Signature.CLIENT_CERTIFICATE, FINGERPRINT);
        assertThat(Requester.signing(credentials).headers()).isEmpty();
        assertThat(Requester.signing(credentials).refusal()).contains("客户端证书");
        assertThat(Requester.says(credentials, Map.of("client-certificate", FINGERPRINT))
                        .refusal())
                .contains("客户端证书");
        assertThat(Requester.says(credentials, Map.of(ConnectionCertificate.NAME, "0".repeat(64)))
                        .refusal())
                .contains("客户端证书");
        Requester caller = Requester.says(
                credentials,
                Map.of(
                        ConnectionCertificate.NAME, FINGERPRINT,
                        ConnectionCertificate.FROM, Requester.THEN.toString(),
                        ConnectionCertificate.UNTIL, END.toString()));
        assertThat(caller.asks(Requester.THEN)).isEmpty();
        assertThat(caller.asks(END)).isEmpty();
        assertThat(caller.refusal(END.plusSeconds(1))).contains("不在有效期内");
        assertThat(caller.refusal(Requester.THEN.minusSeconds(1))).contains("不在有效期内");
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "IN_BODY"})
    void nobodyIsLetInWithoutASignature(Signature signature) {
        Requester caller = Requester.signing(credentials(signature, "dianqiao"));
        assertThat(caller.headers()).isEmpty();
        assertThat(caller.refusal()).startsWith("bad-signature");
    }

    private static Credentials credentials(Signature signature, String account) {
        return new Credentials(signature, account, "", Map.of(), new Secret("zz-2026-secret"), Letters.LOWER, null);
    }
}
