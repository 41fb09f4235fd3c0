package org.dianqiao.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.junit.jupiter.api.Test;

/** What authorities take back, and how long a list speaks. */
class RevocationTest {

    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final TestAuthority ROOT = TestAuthority.named("河南省数字证书认证中心", Clock.fixed(NOW, ZoneOffset.UTC));
    private static final TestAuthority CITY = ROOT.below("郑州市数字证书认证中心");
    private static final Sm2Certificate SENDER = CITY.issue("河南中原置业有限公司").certificate();

    private static final Authorities AUTHORITIES =
            new Authorities(List.of(ROOT.certificate()), List.of(CITY.certificate()));

    @Test
    void doesNotBelieveARevokedCertificateFromThatMomentOn() {
        Trust trust = trust(CITY.crl(SENDER.serial()));

        assertThat(trust.objection(SENDER, NOW.minusSeconds(1))).isEmpty();
        assertThat(trust.objection(SENDER, NOW)).get().asString().endsWith("is revoked since 2026-11-02T01:00:00Z");
        assertThat(trust.objection(SENDER, NOW.plus(WEEK))).isPresent();
    }

    @Test
    void doesNotBelieveBelowARevokedAuthority() {
        Trust trust = trust(ROOT.crl(CITY.certificate().serial()));

        assertThat(trust.objection(SENDER, NOW))
                .get()
                .asString()
                .contains("郑州市")
                .contains("is revoked");
    }

    @Test
    void believesWhatTheListDoesNotName() {
        assertThat(trust(CITY.crl("1a2b")).objection(SENDER, NOW)).isEmpty();
    }

    @Test
    void doesNotTakeAnotherAuthoritysNumberForItsOwn() {
        assertThat(trust(ROOT.crl(SENDER.serial())).objection(SENDER, NOW)).isEmpty();
    }

    @Test
    void takesAnAuthorityAheadOfItsTimeAtItsWord() {
        X509v2CRLBuilder list = new X509v2CRLBuilder(CITY.certificate().subjectName(), Date.from(NOW));
        list.setNextUpdate(Date.from(NOW.plus(WEEK)));
        list.addCRLEntry(
                new BigInteger(SENDER.serial(), 16), Date.from(NOW.plusSeconds(8 * 3600)), CRLReason.keyCompromise);

        assertThat(trust(CITY.crl(list)).objection(SENDER, NOW)).isPresent();
    }

    @Test
    void goesOnADayAfterTheNextUpdateAndNoLonger() {
        Trust trust = trust(CITY.crl(NOW, NOW.plus(WEEK)));
        Instant end = NOW.plus(WEEK).plus(Duration.ofHours(24));

        assertThat(trust.objection(SENDER, NOW)).isEmpty();
        assertThat(trust.objection(SENDER, NOW.plus(WEEK).plusSeconds(1))).isEmpty();
        assertThat(trust.objection(SENDER, end.minusMillis(1))).isEmpty();
        assertThat(trust.objection(SENDER, end))
                .contains("the revocation list of C=CN,CN=郑州市数字证书认证中心 ended at 2026-11-09T01:00:00Z");
    }

    @Test
    void readsTheNewestOfSeveral() {
        byte[] before = CITY.crl(NOW.minus(WEEK), NOW.plus(WEEK), SENDER.serial());
        byte[] newest = CITY.crl(NOW, NOW.plus(WEEK));

        assertThat(trust(before, newest).objection(SENDER, NOW)).isEmpty();
        assertThat(trust(newest, before).objection(SENDER, NOW)).isEmpty();
    }

    @Test
    void readsTheHigherNumberOfTwoOfTheSameSecond() {
        byte[] first = numbered(1, SENDER.serial());
        byte[] second = numbered(2);

        assertThat(trust(first, second).objection(SENDER, NOW)).isEmpty();
        assertThat(trust(second, first).objection(SENDER, NOW)).isEmpty();
    }

    @Test
    void readsTheLongerOfTwoOfTheSameSecondWithoutNumber() {
        byte[] shorter = CITY.crl();
        byte[] longer = CITY.crl(SENDER.serial());

        assertThat(trust(shorter, longer).objection(SENDER, NOW)).isPresent();
        assertThat(trust(longer, shorter).objection(SENDER, NOW)).isPresent();
    }

    @Test
    void readsEveryPartOfADividedList() {
        byte[] firstPart = part("http://ca.henan/1.crl", SENDER.serial());
        byte[] secondPart = part("http://ca.henan/2.crl");

        assertThat(trust(firstPart, secondPart).objection(SENDER, NOW)).isPresent();
        assertThat(trust(secondPart, firstPart).objection(SENDER, NOW)).isPresent();
    }

    @Test
    void refusesADelta() {
        X509v2CRLBuilder list = list();
        add(list, Extension.deltaCRLIndicator, true, new ASN1Integer(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(CITY.crl(list)))
                .withMessageContaining("delta");
    }

    @Test
    void refusesAnIndirectList() {
        X509v2CRLBuilder list = list();
        add(list, Extension.issuingDistributionPoint, true, new IssuingDistributionPoint(null, true, false));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(CITY.crl(list)))
                .withMessageContaining("indirect");
    }

    @Test
    void refusesAListWithoutNextUpdate() {
        X509v2CRLBuilder list = new X509v2CRLBuilder(CITY.certificate().subjectName(), Date.from(NOW));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(CITY.crl(list)))
                .withMessageContaining("without next update");
    }

    @Test
    void refusesAListThatAnotherSignedInTheAuthoritysName() {
        byte[] forged =
                TestAuthority.named("河南省数字证书认证中心").crl(CITY.certificate().serial());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(forged))
                .withMessageContaining("not signed by C=CN,CN=河南省数字证书认证中心");
    }

    @Test
    void refusesAListOfAnAuthorityWithoutTheRightToIt() {
        TestAuthority issuer = ROOT.draft("金水区数字证书认证中心")
                .usage(KeyUsage.keyCertSign)
                .pathLength(null)
                .authority();
        Authorities authorities = new Authorities(List.of(issuer.certificate()), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RevocationList.of(issuer.crl(), authorities))
                .withMessageContaining("not signed by");
    }

    @Test
    void refusesAListOfSomebodyUnknown() {
        byte[] list = TestAuthority.named("陌生人").crl();

        assertThatIllegalArgumentException().isThrownBy(() -> read(list)).withMessageContaining("whom we do not know");
    }

    private static RevocationList read(byte[] list) {
        return RevocationList.of(list, AUTHORITIES);
    }

    private static byte[] numbered(int number, String... serials) {
        X509v2CRLBuilder list = list(serials);
        add(list, Extension.cRLNumber, false, new ASN1Integer(number));
        return CITY.crl(list);
    }

    private static byte[] part(String place, String... serials) {
        X509v2CRLBuilder list = list(serials);
        GeneralNames name = new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, place));
        add(
                list,
                Extension.issuingDistributionPoint,
                true,
                new IssuingDistributionPoint(new DistributionPointName(name), false, false));
        return CITY.crl(list);
    }

    private static X509v2CRLBuilder list(String... serials) {
        X509v2CRLBuilder list = new X509v2CRLBuilder(CITY.certificate().subjectName(), Date.from(NOW));
        list.setNextUpdate(Date.from(NOW.plus(WEEK)));
        for (String serial : serials) {
            list.addCRLEntry(new BigInteger(serial, 16), Date.from(NOW), CRLReason.keyCompromise);
        }
        return list;
    }

    private static void add(X509v2CRLBuilder list, ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            list.addExtension(type, critical, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Trust trust(byte[]... lists) {
        return new Trust(
                Map.of("zhongyuan", List.of(SENDER)),
                List.of(),
                AUTHORITIES,
                new Revocations(Arrays.stream(lists).map(RevocationTest::read).toList()));
    }
}
