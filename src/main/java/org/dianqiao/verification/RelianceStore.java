package org.dianqiao.verification;

import java.time.LocalDate;
import java.util.List;
import org.dianqiao.exchange.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** To whom which licences were given. Identifiers stand here as digests under a key: numbers in them may be a person's. */
@Repository
class RelianceStore {

    private final JdbcClient jdbc;

    RelianceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** `marks`: hexadecimal, one for each of `given`. */
    void add(Message query, String entry, List<String> marks, List<Given> given) {
        jdbc.sql("""
                INSERT INTO relied_licence (mark, entry, service, partner, message_id, valid, valid_to)
                SELECT decode(mark, 'hex'), :entry, :service, :partner, :message, valid, nullif(until, '')::date
                FROM unnest(:marks::text[], :valid::boolean[], :until::text[]) AS given (mark, valid, until)
                ON CONFLICT DO NOTHING
                """)
                .param("entry", entry)
                .param("service", query.service().name())
                .param("partner", query.sender().id())
                .param("message", query.manifest().id())
                .param("marks", marks.toArray(String[]::new))
                .param("valid", given.stream().map(Given::valid).toArray(Boolean[]::new))
                .param("until", given.stream().map(Given::until).toArray(String[]::new))
                .update();
    }

    /** They are gone then: nobody is told twice. The last first. */
    List<Reliance> take(byte[] mark) {
        return jdbc.sql("""
                WITH taken AS (DELETE FROM relied_licence WHERE mark = ? RETURNING *)
                SELECT * FROM taken ORDER BY entry DESC
                """)
                .param(mark)
                .query((row, n) -> new Reliance(
                        row.getString("partner"),
                        row.getString("message_id"),
                        row.getString("entry"),
                        row.getBoolean("valid"),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    int erase(String service, String end) {
        return jdbc.sql("DELETE FROM relied_licence WHERE service = ? AND entry < ?")
                .params(service, end)
                .update();
    }
}
