package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.Signed;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.TestAuthority;
import org.dianqiao.trust.Trust;
import org.dianqiao.trust.TrustFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is marked as written down by the gateway. */
class AttestationsTest {

    private static final TestAuthority ROOT = TestAuthority.named("河南省数字证书认证中心");
    private static final SigningKey OURS = ROOT.issue("电桥");
    private static final Attestation BY_HEADERS = new Attestation("approval.henan", "x-tif");

    private final Attestations attestations = new Attestations(trust(), OURS);

    @Test
    void areSeenUnderOurSignature() {
        assertThat(attestations.of(signed(BY_HEADERS, OURS))).contains(BY_HEADERS);
    }

    @Test
    void areSeenUnderTheKeyThatOursReplaced() {
        assertThat(attestations.of(signed(BY_HEADERS, ROOT.issue("电桥")))).contains(BY_HEADERS);
    }

    @Test
    void areNotSeenWhereAPartnerSaysSoOfItsOwnWords() {
        assertThat(attestations.of(signed(BY_HEADERS, ROOT.issue("河南中原置业有限公司"))))
                .isEmpty();
    }

    @Test
    void areNotSeenWhereNobodyWasWrittenDown() {
        assertThat(attestations.of(signed(null, OURS))).isEmpty();
    }

    @Test
    void areNotSeenInWhatIsNoManifestOrNoSignature() {
        Signed good = signed(BY_HEADERS, OURS);

        assertThat(attestations.of(new Signed(new byte[] {'{'}, good.signature())))
                .isEmpty();
        assertThat(attestations.of(new Signed(good.manifest(), new byte[] {'{'})))
                .isEmpty();
    }

    private static Signed signed(@Nullable Attestation attested, SigningKey key) {
        byte[] payload = "{}".getBytes(StandardCharsets.UTF_8);
        byte[] manifest = new Manifest(
                        "018f3a52-7c1e-7b3a-9a64-2f6f0d1c2b3a",
                        Kind.EVENT,
                        "project.code-assigned",
                        "approval.henan",
                        "gateway",
                        Instant.parse("2026-11-02T01:00:00Z"),
                        null,
                        null,
                        null,
                        attested,
                        List.of(Part.of("payload", "application/json", payload)))
                .toBytes();
        return new Signed(manifest, key.seal(manifest));
    }

    private static Watched<Trust> trust() {
        TrustFiles files = new TrustFiles(List.of(), List.of(), List.of());
        return new Watched<>(List.of(), () -> Trust.read(files, List.of()));
    }
}
