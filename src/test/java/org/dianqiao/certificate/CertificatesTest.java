package org.dianqiao.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.dianqiao.WithGateway;
import org.dianqiao.certificate.Certificate.Standing;
import org.dianqiao.codes.LicenceIdentifier;
import org.dianqiao.trust.Sm3;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Certificates as a running gateway issues and remembers them. */
class CertificatesTest extends WithGateway {

    private static final Instant LATER = Drafts.AT.plusSeconds(3600);

    private final Certificates certificates = bean(Certificates.class);

    @Test
    void areNumberedAsLicencesAre() {
        String identifier = issue(Drafts.filing()).identifier();

        assertThat(LicenceIdentifier.check(identifier).isWrong()).isFalse();
        assertThat(identifier)
                .matches(
                        "1\\.2\\.156\\.3005\\.2\\.11410100MB1T000175001\\.11410100MB1T000175\\.20261103\\d{6}\\.001\\..");
        assertThat(issue(Drafts.filing()).identifier()).isNotEqualTo(identifier);
    }

    @Test
    void areRememberedByTheDigestsOfTheirFiles() {
        Issued issued = issue(Drafts.commitment());

        assertThat(find(issued)).satisfies(kept -> {
            assertThat(kept.kind()).isEqualTo(Kind.COMMITMENT);
            assertThat(kept.caseNo()).isEqualTo(Drafts.CASE);
            assertThat(kept.issuedAt()).isEqualTo(Drafts.AT);
            assertThat(kept.pdfSm3()).isEqualTo(Sm3.hex(Sm3.of(issued.pdf())));
            assertThat(kept.ofdSm3()).isEqualTo(Sm3.hex(Sm3.of(issued.ofd())));
            assertThat(kept.standing()).isEqualTo(Standing.IN_FORCE);
        });
        assertThat(issued.verify()).endsWith("/certificates/" + issued.identifier());
    }

    @Test
    void takeThePlaceOfAnotherAsItsNextVersion() {
        String first = issue(Drafts.filing()).identifier();

        Issued second = issue(Drafts.superseding(first));

        assertThat(parts(second.identifier())[7]).isEqualTo(parts(first)[7]);
        assertThat(parts(second.identifier())[8]).isEqualTo("002");
        assertThat(find(second).supersedes()).isEqualTo(first);
        assertThat(certificates.find(first)).get().satisfies(kept -> {
            assertThat(kept.standing()).isEqualTo(Standing.SUPERSEDED);
            assertThat(kept.supersededBy()).isEqualTo(second.identifier());
            assertThat(kept.supersededAt()).isEqualTo(Drafts.AT);
        });
    }

    @Test
    void takeThePlaceOfEachOnlyOnce() {
        String first = issue(Drafts.filing()).identifier();
        issue(Drafts.superseding(first));

        assertThatThrownBy(() -> issue(Drafts.superseding(first))).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> issue(Drafts.superseding(Press.NUMBER))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void areIssuedWithTheResultOrNotAtAll() {
        TransactionTemplate transaction = bean(TransactionTemplate.class);
        String identifier = transaction.execute(status -> {
            status.setRollbackOnly();
            return certificates.issue(Drafts.filing()).identifier();
        });

        assertThat(certificates.find(String.valueOf(identifier))).isEmpty();
        assertThatThrownBy(() -> certificates.issue(Drafts.filing()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void areRevokedOnce() {
        Issued issued = issue(Drafts.filing());

        certificates.revoke(issued.identifier(), LATER);
        certificates.revoke(issued.identifier(), LATER.plusSeconds(1));

        assertThat(find(issued).standing()).isEqualTo(Standing.REVOKED);
        assertThat(find(issued).revokedAt()).isEqualTo(LATER);
        assertThatThrownBy(() -> certificates.revoke(Press.NUMBER, LATER)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void areNeitherChangedNorForgottenByTheDatabase() {
        Issued issued = issue(Drafts.filing());
        certificates.revoke(issued.identifier(), LATER);
        JdbcClient jdbc = bean(JdbcClient.class);

        assertThatThrownBy(() -> jdbc.sql("DELETE FROM certificate").update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("UPDATE certificate SET pdf_sm3 = ''").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("UPDATE certificate SET revoked_at = NULL WHERE identifier = ?")
                        .param(issued.identifier())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private Issued issue(Draft draft) {
        Issued issued = bean(TransactionTemplate.class).execute(status -> certificates.issue(draft));
        assertThat(issued).isNotNull();
        return issued;
    }

    private Certificate find(Issued issued) {
        return certificates.find(issued.identifier()).orElseThrow();
    }

    private static String[] parts(String identifier) {
        return identifier.split("\\.");
    }
}
