package org.dianqiao.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.dianqiao.KeyPairs;
import org.junit.jupiter.api.Test;

class Sm2CertificateTest {

    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
    private static final TestAuthority ROOT = TestAuthority.named("河南省数字证书认证中心", Clock.fixed(NOW, ZoneOffset.UTC));
    private static final byte[] CONTENT = "2609-410105-04-01-123459".getBytes(UTF_8);

    @Test
    void tellsWhoseItIs() {
        Sm2Certificate certificate =
                ROOT.draft("河南中原置业有限公司").serial("1a2b").issue().certificate();

        assertThat(certificate.subject()).isEqualTo("C=CN,CN=河南中原置业有限公司");
        assertThat(certificate.issuer()).isEqualTo("C=CN,CN=河南省数字证书认证中心");
        assertThat(certificate.serial()).isEqualTo("1a2b");
        assertThat(certificate.notBefore()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(certificate.notAfter()).isEqualTo(NOW.plus(Duration.ofDays(365)));
    }

    @Test
    void tellsASigningCertificateFromItsOtherHalf() {
        assertThat(ROOT.issue("一半").certificate().signs()).isTrue();
        assertThat(ROOT.issueForEncryption("另一半").certificate().signs()).isFalse();
    }

    @Test
    void doesNotTakeACertificateForBothForASigningOne() {
        Sm2Certificate both = ROOT.draft("两用")
                .usage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)
                .issue()
                .certificate();

        assertThat(both.signs()).isFalse();
    }

    @Test
    void doesNotTakeACertificateThatDoesNotSayForASigningOne() {
        assertThat(ROOT.draft("没说").usage(0).issue().certificate().signs()).isFalse();
    }

    @Test
    void tellsAnAuthorityFromThoseItIssuesTo() {
        assertThat(ROOT.certificate().authority()).isTrue();
        assertThat(ROOT.issue("河南中原置业有限公司").certificate().authority()).isFalse();
    }

    @Test
    void readsTheFormOf2023() {
        SigningKey modern = ROOT.draft("国网河南省电力公司").keyOf2023().issue();

        assertThat(modern.certificate().verifies(CONTENT, modern.sign(CONTENT))).isTrue();
        assertThat(modern.certificate().issuedBy(ROOT.certificate())).isTrue();
    }

    @Test
    void writesPemThatOthersRead() throws Exception {
        Sm2Certificate certificate = ROOT.issue("河南中原置业有限公司").certificate();

        try (PEMParser parser = new PEMParser(new StringReader(certificate.pem()))) {
            assertThat(((X509CertificateHolder) parser.readObject()).getEncoded())
                    .isEqualTo(certificate.der());
        }
    }

    @Test
    void isTheSameOnlyByteForByte() {
        byte[] der = ROOT.issue("河南中原置业有限公司").certificate().der();
        byte[] resigned = der.clone();
        resigned[resigned.length - 1] ^= 1;

        assertThat(Sm2Certificate.of(der))
                .isEqualTo(Sm2Certificate.of(der.clone()))
                .isNotEqualTo(Sm2Certificate.of(resigned));
    }

    @Test
    void cannotBeChangedFromOutside() {
        Sm2Certificate certificate = ROOT.issue("河南中原置业有限公司").certificate();
        certificate.der()[9] ^= 1;

        assertThat(Sm2Certificate.of(certificate.der())).isEqualTo(certificate);
    }

    @Test
    void refusesAnRsaCertificate() throws Exception {
        var keys = KeyPairs.rsa();
        byte[] der = new JcaX509v3CertificateBuilder(
                        new X500Name("CN=RSA"),
                        BigInteger.ONE,
                        Date.from(NOW),
                        Date.from(NOW),
                        new X500Name("CN=RSA"),
                        keys.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()))
                .getEncoded();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sm2Certificate.of(der))
                .withMessage("not signed with SM2 and SM3");
    }

    @Test
    void refusesAPointThatIsNotOnTheCurve() {
        byte[] der = ROOT.issue("河南中原置业有限公司").certificate().der();
        int point = Sm3.hex(der).indexOf("03420004") / 2 + 4;
        der[point + 40] ^= 1;

        assertThatIllegalArgumentException().isThrownBy(() -> Sm2Certificate.of(der));
    }

    @Test
    void refusesEveryTruncationAndWhatFollows() {
        byte[] der = ROOT.issue("河南中原置业有限公司").certificate().der();
        for (int length = 0; length <= der.length + 1; length++) {
            byte[] other = Arrays.copyOf(der, length);
            assertThat(Sm2Certificate.ifOne(other)).matches(found -> found.isPresent() == Arrays.equals(der, other));
        }
    }
}
