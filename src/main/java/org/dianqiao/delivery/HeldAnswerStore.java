package org.dianqiao.delivery;

import static org.dianqiao.sql.Moments.instant;
import static org.dianqiao.sql.Moments.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import org.dianqiao.exchange.Message;
import org.dianqiao.ledger.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the newest answer to each question stands that may be given again: in the reply to who asked it. */
@Repository
class HeldAnswerStore {

    private final JdbcClient jdbc;

    HeldAnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** `entry`: of the reply; `askedEntry`: of our question to the provider. */
    record Place(String entry, String askedEntry, Instant at) {}

    /** Of two who asked the same at once the later answer stays. */
    void keep(Message query, Entry asked, String entry) {
        jdbc.sql("""
                INSERT INTO held_answer (partner, provider, service, question, entry, asked_entry, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (partner, provider, service, question) DO UPDATE
                SET entry = excluded.entry, asked_entry = excluded.asked_entry, at = excluded.at
                WHERE held_answer.at < excluded.at
                """)
                .params(query.sender().id(), asked.partner(), asked.service(), question(query))
                .params(entry, asked.id(), utc(asked.at()))
                .update();
    }

    Optional<Place> find(Message query, String provider, Instant notBefore) {
        return jdbc.sql("""
                SELECT entry, asked_entry, at FROM held_answer
                WHERE partner = ? AND provider = ? AND service = ? AND question = ? AND at > ?
                """)
                .params(query.sender().id(), provider, query.service().name(), question(query), utc(notBefore))
                .query((row, n) -> new Place(row.getString("entry"), row.getString("asked_entry"), instant(row, "at")))
                .optional();
    }

    void forget(Collection<String> entries) {
        jdbc.sql("DELETE FROM held_answer WHERE entry = ANY (?)")
                .param(entries.toArray(String[]::new))
                .update();
    }

    void eraseBefore(Instant over) {
        jdbc.sql("DELETE FROM held_answer WHERE at < ?").param(utc(over)).update();
    }

    private static byte[] question(Message query) {
        return HexFormat.of().parseHex(query.manifest().parts().get(0).sm3());
    }
}
