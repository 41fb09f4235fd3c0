package org.dianqiao.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.trust.TestAuthority.Draft.names;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.junit.jupiter.api.Test;

/** Where certificates say that the lists are, and which lists should be here. */
class ListPointTest {

    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
    private static final String HTTP = "http://ca.henan/zhengzhou.crl";
    private static final String LDAP = "ldap://ca.henan/cn=zhengzhou?certificateRevocationList";
    private static final TestAuthority ROOT = TestAuthority.named("河南省数字证书认证中心", Clock.fixed(NOW, ZoneOffset.UTC));
    private static final TestAuthority CITY = ROOT.draft("郑州市数字证书认证中心")
            .usage(6)
            .pathLength(null)
            .listAt("http://ca.henan/root.crl")
            .authority();

    @Test
    void isReadWithAllItsAddresses() {
        Sm2Certificate sender =
                CITY.draft("河南中原置业有限公司").listAt(LDAP, HTTP).issue().certificate();

        assertThat(sender.points())
                .containsExactly(new ListPoint(CITY.certificate().subjectName(), List.of(LDAP, HTTP)));
    }

    @Test
    void isNoneWhereTheCertificateNamesNone() {
        assertThat(CITY.issue("河南中原置业有限公司").certificate().points()).isEmpty();
    }

    @Test
    void isNoneWhereTheListIsAnothersOrForCertainReasonsOnly() {
        GeneralNames other = new GeneralNames(new GeneralName(ROOT.certificate().subjectName()));
        Sm2Certificate sender = CITY.draft("河南中原置业有限公司")
                .points(
                        new DistributionPoint(names(HTTP), null, other),
                        new DistributionPoint(names(HTTP), new ReasonFlags(ReasonFlags.keyCompromise), null),
                        new DistributionPoint(null, null, other))
                .issue()
                .certificate();

        assertThat(sender.points()).isEmpty();
    }

    @Test
    void isAskedForSendersAndAuthoritiesButNotForAnchors() {
        Sm2Certificate sender = CITY.draft("河南中原置业有限公司").listAt(HTTP).issue().certificate();
        Map<String, List<Sm2Certificate>> partners = Map.of("zhongyuan", List.of(sender));
        List<Sm2Certificate> city = List.of(CITY.certificate());
        Revocations none = new Revocations(List.of());

        Trust below = new Trust(partners, List.of(), new Authorities(List.of(ROOT.certificate()), city), none);
        Trust anchored = new Trust(partners, List.of(), new Authorities(city, city), none);

        assertThat(below.points())
                .extracting(ListPoint::addresses)
                .containsExactlyInAnyOrder(List.of(HTTP), List.of("http://ca.henan/root.crl"));
        assertThat(anchored.points()).extracting(ListPoint::addresses).containsExactly(List.of(HTTP));
    }

    @Test
    void listsAreOverdueFromTheirNextUpdateOnIfTheyMayNameSomebody() {
        Authorities authorities = new Authorities(List.of(ROOT.certificate()), List.of(CITY.certificate()));
        TestAuthority left = TestAuthority.named("开封市数字证书认证中心", Clock.fixed(NOW, ZoneOffset.UTC));
        Authorities more =
                new Authorities(List.of(ROOT.certificate(), left.certificate()), List.of(CITY.certificate()));
        Instant end = NOW.plus(Duration.ofDays(1));
        RevocationList root = RevocationList.of(ROOT.crl(NOW, end), authorities);
        RevocationList nobodys = RevocationList.of(left.crl(NOW, end), more);
        Trust trust = new Trust(Map.of(), List.of(), more, new Revocations(List.of(root, nobodys)));

        assertThat(trust.overdue(end.minusMillis(1))).isEmpty();
        assertThat(trust.overdue(end)).containsExactly(root);
    }

    @Test
    void listsOfOnePartHaveOneIdAndOthersAnother() {
        Authorities authorities = new Authorities(List.of(ROOT.certificate()), List.of(CITY.certificate()));
        String today = RevocationList.of(CITY.crl(), authorities).part().id();
        String tomorrow = RevocationList.of(CITY.crl(NOW.plusSeconds(60), NOW.plusSeconds(90), "1a"), authorities)
                .part()
                .id();

        assertThat(today).isEqualTo(tomorrow).matches("[0-9a-f]{64}");
        assertThat(RevocationList.of(ROOT.crl(), authorities).part().id()).isNotEqualTo(today);
    }
}
