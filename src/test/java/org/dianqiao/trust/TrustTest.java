package org.dianqiao.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.Patience.HANGS;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which certificates we believe, and when. */
class TrustTest {

    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TestAuthority ROOT = TestAuthority.named("河南省数字证书认证中心", CLOCK);

    @Test
    void believesWhatAnAnchorIssued() {
        Sm2Certificate sender = ROOT.issue("河南中原置业有限公司").certificate();

        assertThat(trust(sender).objection(sender, NOW)).isEmpty();
    }

    @Test
    void believesWhatAnAuthorityBelowAnAnchorIssued() {
        TestAuthority city = ROOT.below("郑州市数字证书认证中心");
        TestAuthority district = city.below("金水区数字证书认证中心");
        Sm2Certificate sender = district.issue("河南中原置业有限公司").certificate();

        assertThat(trust(List.of(city, district), sender).objection(sender, NOW))
                .isEmpty();
    }

    @Test
    void doesNotBelieveAStrangersRoot() {
        Sm2Certificate sender =
                TestAuthority.named("另一家", CLOCK).issue("河南中原置业有限公司").certificate();

        assertThat(trust(sender).objection(sender, NOW)).contains("no anchor vouches for C=CN,CN=另一家");
    }

    @Test
    void doesNotBelieveARootOfTheSameName() {
        Sm2Certificate forged =
                TestAuthority.named("河南省数字证书认证中心", CLOCK).issue("河南中原置业有限公司").certificate();

        assertThat(trust(forged).objection(forged, NOW)).contains("no anchor vouches for C=CN,CN=河南省数字证书认证中心");
    }

    @Test
    void judgesByTheMomentAsked() {
        Sm2Certificate sender = ROOT.issue("河南中原置业有限公司").certificate();
        Trust trust = trust(sender);

        assertThat(trust.objection(sender, sender.notBefore())).isEmpty();
        assertThat(trust.objection(sender, sender.notAfter())).isEmpty();
        assertThat(trust.objection(sender, sender.notAfter().plusMillis(1)))
                .get()
                .asString()
                .contains("expired at");
        assertThat(trust.objection(sender, sender.notBefore().minusMillis(1)))
                .get()
                .asString()
                .contains("not valid before");
        assertThat(trust.objection(sender, NOW)).isEmpty();
    }

    @Test
    void doesNotBelieveAnExpiredCertificate() {
        Sm2Certificate expired = ROOT.issueExpired("河南中原置业有限公司").certificate();

        assertThat(trust(expired).objection(expired, NOW)).get().asString().contains("expired at 2026-10-31T01:00:00Z");
    }

    @Test
    void doesNotBelieveBelowAnExpiredAuthority() {
        TestAuthority city = ROOT.draft("郑州市数字证书认证中心")
                .usage(KeyUsage.keyCertSign)
                .pathLength(null)
                .valid(NOW.minusSeconds(9), NOW.minusSeconds(1))
                .authority();
        Sm2Certificate sender = city.issue("河南中原置业有限公司").certificate();

        assertThat(trust(List.of(city), sender).objection(sender, NOW))
                .get()
                .asString()
                .contains("郑州市")
                .contains("expired");
    }

    @Test
    void believesByTheAuthoritysRenewedCertificate() {
        ECPrivateKeyParameters key = TestAuthority.newKey();
        TestAuthority old =
                city().key(key).valid(NOW.minusSeconds(9), NOW.minusSeconds(1)).authority();
        TestAuthority renewed = city().key(key).authority();
        Sm2Certificate sender = old.issue("河南中原置业有限公司").certificate();

        assertThat(trust(List.of(old, renewed), sender).objection(sender, NOW)).isEmpty();
        assertThat(trust(List.of(renewed, old), sender).objection(sender, NOW)).isEmpty();
    }

    @Test
    void doesNotBelieveAnEncryptionCertificate() {
        Sm2Certificate half = ROOT.issueForEncryption("河南中原置业有限公司").certificate();

        assertThat(trust(half).objection(half, NOW)).get().asString().endsWith("is not for signing");
    }

    @Test
    void doesNotBelieveWhatASenderIssued() {
        TestAuthority upstart = ROOT.draft("河南中原置业有限公司").authority();
        Sm2Certificate below = upstart.issue("子公司").certificate();

        assertThat(trust(List.of(upstart), below).objection(below, NOW))
                .get()
                .asString()
                .contains("may not issue certificates");
    }

    @Test
    void doesNotBelieveAnAuthorityWithoutTheRightToIssue() {
        TestAuthority city = city().usage(KeyUsage.cRLSign).authority();
        Sm2Certificate sender = city.issue("河南中原置业有限公司").certificate();

        assertThat(trust(List.of(city), sender).objection(sender, NOW))
                .get()
                .asString()
                .contains("may not issue certificates");
    }

    @Test
    void keepsToTheLengthThatAnAuthorityAllows() {
        TestAuthority city = ROOT.draft("郑州市数字证书认证中心")
                .usage(KeyUsage.keyCertSign)
                .pathLength(0)
                .authority();
        TestAuthority district = city.below("金水区数字证书认证中心");
        Sm2Certificate near = city.issue("河南中原置业有限公司").certificate();
        Sm2Certificate far = district.issue("河南中原置业有限公司").certificate();
        Trust trust = trust(List.of(city, district), near, far);

        assertThat(trust.objection(near, NOW)).isEmpty();
        assertThat(trust.objection(far, NOW)).get().asString().contains("may not have 1 authorities below it");
    }

    @Test
    void doesNotBelieveACertificateThatDemandsWhatWeDoNotUnderstand() {
        Sm2Certificate sender =
                ROOT.draft("河南中原置业有限公司").demanding("1.2.3.4").issue().certificate();

        assertThat(trust(sender).objection(sender, NOW)).get().asString().endsWith("do not understand: 1.2.3.4");
    }

    @Test
    void doesNotTakeAnAuthorityForASender() {
        assertThat(trust().objection(ROOT.certificate(), NOW)).get().asString().contains("is an authority's");
    }

    @Test
    @Timeout(HANGS)
    void givesUpOnAMazeOfAuthorities() {
        ECPrivateKeyParameters key = TestAuthority.newKey();
        TestAuthority[] maze = new TestAuthority[30];
        TestAuthority last = TestAuthority.named("迷宫", CLOCK);
        for (int room = 0; room < maze.length; room++) {
            last = last.draft("迷宫")
                    .key(key)
                    .usage(KeyUsage.keyCertSign)
                    .pathLength(null)
                    .authority();
            maze[room] = last;
        }
        Sm2Certificate sender = last.issue("河南中原置业有限公司").certificate();

        assertThat(trust(List.of(maze), sender).objection(sender, NOW)).contains("no anchor within 64 steps");
    }

    @Test
    void registersByteForByteAndPerPartner() {
        Sm2Certificate sender = ROOT.issue("河南中原置业有限公司").certificate();
        Trust trust = trust(sender);
        byte[] other = sender.der();
        other[other.length - 1] ^= 1;

        assertThat(trust.registered("zhongyuan", Sm2Certificate.of(sender.der())))
                .isTrue();
        assertThat(trust.registered("zhongyuan", Sm2Certificate.of(other))).isFalse();
        assertThat(trust.registered("grid.henan", sender)).isFalse();
        assertThat(trust.of("zhongyuan")).containsExactly(sender);
        assertThat(trust.of("grid.henan")).isEmpty();
    }

    private static TestAuthority.Draft city() {
        return ROOT.draft("郑州市数字证书认证中心").usage(KeyUsage.keyCertSign).pathLength(null);
    }

    private static Trust trust(Sm2Certificate... registered) {
        return trust(List.of(), registered);
    }

    private static Trust trust(List<TestAuthority> between, Sm2Certificate... registered) {
        return new Trust(
                Map.of("zhongyuan", List.of(registered)),
                List.of(),
                new Authorities(
                        List.of(ROOT.certificate()),
                        between.stream().map(TestAuthority::certificate).toList()),
                new Revocations(List.of()));
    }
}
