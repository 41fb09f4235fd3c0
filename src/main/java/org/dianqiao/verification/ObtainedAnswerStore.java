package org.dianqiao.verification;

import static org.dianqiao.sql.Moments.instant;
import static org.dianqiao.sql.Moments.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Remark.Verified.Obtained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What partners were told of holders, in a word. Their numbers stand here as digests under a key. */
@Repository
class ObtainedAnswerStore {

    private final JdbcClient jdbc;

    ObtainedAnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(byte[] holder, Message query, String entry, String result) {
        jdbc.sql("""
                INSERT INTO obtained_answer (holder, partner, entry, service, message_id, at, result)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
                .params(holder, query.sender().id(), entry)
                .params(query.service().name(), query.manifest().id())
                .params(utc(query.receivedAt()), result)
                .update();
    }

    /** The last first. */
    List<Obtained> find(byte[] holder, String partner, Instant since, Collection<String> services, int most) {
        return jdbc.sql("""
                SELECT service, message_id, entry, at, result FROM obtained_answer
                WHERE holder = ? AND partner = ? AND at >= ? AND service = ANY (?)
                ORDER BY entry DESC LIMIT ?
                """)
                .params(holder, partner, utc(since), services.toArray(String[]::new), most)
                .query((row, n) -> new Obtained(
                        row.getString("service"),
                        row.getString("message_id"),
                        row.getString("entry"),
                        instant(row, "at"),
                        row.getString("result")))
                .list();
    }

    int erase(Instant end) {
        return jdbc.sql("DELETE FROM obtained_answer WHERE at < ?")
                .param(utc(end))
                .update();
    }
}
