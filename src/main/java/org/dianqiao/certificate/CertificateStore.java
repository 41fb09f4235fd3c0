package org.dianqiao.certificate;

import static org.dianqiao.sql.Moments.instant;
import static org.dianqiao.sql.Moments.instantIfAny;
import static org.dianqiao.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CertificateStore {

    private final JdbcClient jdbc;

    CertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ever higher, with gaps where a transaction failed. */
    long nextNumber() {
        return jdbc.sql("SELECT nextval('certificate_number')")
                .query(Long.class)
                .single();
    }

    void add(Certificate certificate) {
        jdbc.sql("""
                INSERT INTO certificate (identifier, kind, case_no, issued_at, pdf_sm3, ofd_sm3, supersedes)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .param(certificate.identifier())
                .param(certificate.kind().written())
                .param(certificate.caseNo())
                .param(utc(certificate.issuedAt()))
                .param(certificate.pdfSm3())
                .param(certificate.ofdSm3())
                .param(certificate.supersedes())
                .update();
    }

    /** Whether it was this case's, and nothing had taken its place yet. */
    boolean supersede(String identifier, String by, String caseNo, Instant at) {
        return jdbc.sql("""
                UPDATE certificate SET superseded_by = ?, superseded_at = ?
                WHERE identifier = ? AND case_no = ? AND superseded_by IS NULL
                """)
                        .param(by)
                        .param(utc(at))
                        .param(identifier)
                        .param(caseNo)
                        .update()
                > 0;
    }

    /** Whether there is one that was not revoked before. */
    boolean revoke(String identifier, Instant at) {
        return jdbc.sql("UPDATE certificate SET revoked_at = ? WHERE identifier = ? AND revoked_at IS NULL")
                        .param(utc(at))
                        .param(identifier)
                        .update()
                > 0;
    }

    Optional<Certificate> find(String identifier) {
        return jdbc.sql("SELECT * FROM certificate WHERE identifier = ?")
                .param(identifier)
                .query(CertificateStore::certificate)
                .optional();
    }

    private static Certificate certificate(ResultSet row, int n) throws SQLException {
        return new Certificate(
                row.getString("identifier"),
                Kind.of(row.getString("kind")),
                row.getString("case_no"),
                instant(row, "issued_at"),
                row.getString("pdf_sm3"),
                row.getString("ofd_sm3"),
                row.getString("supersedes"),
                row.getString("superseded_by"),
                instantIfAny(row, "superseded_at"),
                instantIfAny(row, "revoked_at"));
    }
}
