package org.dianqiao.ledger;

import static org.dianqiao.sql.Moments.utc;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.trust.RevocationList;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Sm3;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The certificates and revocation lists by which was judged. They come, and stay. */
@Repository
class KeptTrustStore {

    private final JdbcClient jdbc;

    KeptTrustStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addCertificates(Collection<Sm2Certificate> certificates, Instant at) {
        for (Sm2Certificate certificate : certificates) {
            byte[] der = certificate.der();
            jdbc.sql("""
                INSERT INTO kept_certificate (sm3, subject, issuer, authority, by_number, by_key, der, kept_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
                    .param(Sm3.of(der))
                    .param(certificate.subject())
                    .param(certificate.issuer())
                    .param(certificate.authority())
                    .param(certificate.numberSm3())
                    .param(certificate.keyIdSm3())
                    .param(der)
                    .param(utc(at))
                    .update();
        }
    }

    /** A list may be large, so it is sent only where it is not there yet. */
    void addLists(Collection<RevocationList> lists, Instant at) {
        for (RevocationList list : lists) {
            byte[] sm3 = Sm3.of(list.der());
            if (!has(sm3)) {
                add(sm3, list, at);
            }
        }
    }

    private boolean has(byte[] sm3) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM kept_list WHERE sm3 = ?)")
                .param(sm3)
                .query(Boolean.class)
                .single();
    }

    private void add(byte[] sm3, RevocationList list, Instant at) {
        jdbc.sql("""
            INSERT INTO kept_list (sm3, issuer, part, published, number, next_update, der, kept_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
                .param(sm3)
                .param(list.issuer())
                .param(list.part().id())
                .param(utc(list.published()))
                .param(new BigDecimal(list.number()))
                .param(utc(list.nextUpdate()))
                .param(list.der())
                .param(utc(at))
                .update();
    }

    /** The certificates that go by this id, those first that were kept last by then. */
    List<byte[]> named(byte[] sm3, Instant at) {
        return jdbc.sql("""
            SELECT der FROM kept_certificate WHERE by_number = :id OR by_key = :id
            ORDER BY kept_at > :at, kept_at DESC, sm3
            """)
                .param("id", sm3)
                .param("at", utc(at))
                .query(byte[].class)
                .list();
    }

    /** The authorities of these names and those above them. They cross-sign each other, so there may be circles. */
    List<byte[]> above(Set<String> names) {
        return jdbc.sql("""
            WITH RECURSIVE above AS (
                SELECT sm3, issuer FROM kept_certificate WHERE authority AND subject = ANY (?)
                UNION
                SELECT next.sm3, next.issuer
                FROM above JOIN kept_certificate next ON next.authority AND next.subject = above.issuer)
            SELECT der FROM above JOIN kept_certificate USING (sm3) ORDER BY sm3
            """)
                .param(names.toArray(String[]::new))
                .query(byte[].class)
                .list();
    }

    /** Of each list the version that counted, in the order by which the newest is told. */
    List<byte[]> lists(Set<String> issuers, Instant at) {
        return jdbc.sql("""
            WITH counted AS (
                SELECT DISTINCT ON (part) sm3 FROM kept_list WHERE issuer = ANY (?) AND kept_at <= ?
                ORDER BY part, published DESC, number DESC, octet_length(der) DESC, sm3)
            SELECT der FROM counted JOIN kept_list USING (sm3) ORDER BY sm3
            """)
                .param(issuers.toArray(String[]::new))
                .param(utc(at))
                .query(byte[].class)
                .list();
    }

    /** When a list was kept that these lists do not know of yet. */
    Optional<Instant> nextAfter(Set<String> issuers, Instant at) {
        return jdbc.sql("SELECT kept_at FROM kept_list WHERE issuer = ANY (?) AND kept_at > ? ORDER BY kept_at LIMIT 1")
                .param(issuers.toArray(String[]::new))
                .param(utc(at))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
