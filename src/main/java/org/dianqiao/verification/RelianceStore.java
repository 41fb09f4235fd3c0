package org.dianqiao.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
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

    /** `marks`: of its names, in hexadecimal. */
    record Marked(Given given, String mark, String byNumber, String byHolder) {}

    void add(Message query, String entry, List<Marked> given) {
        jdbc.sql("""
                INSERT INTO relied_licence
                  (mark, by_number, by_holder, entry, service, partner, message_id, valid, valid_to)
                SELECT decode(mark, 'hex'), decode(nullif(number, ''), 'hex'), decode(nullif(holder, ''), 'hex'),
                       :entry, :service, :partner, :message, valid, nullif(until, '')::date
                FROM unnest(:marks::text[], :numbers::text[], :holders::text[], :valid::boolean[], :until::text[])
                  AS given (mark, number, holder, valid, until)
                ON CONFLICT DO NOTHING
                """)
                .param("entry", entry)
                .param("service", query.service().name())
                .param("partner", query.sender().id())
                .param("message", query.manifest().id())
                .param("marks", texts(given, Marked::mark))
                .param("numbers", texts(given, Marked::byNumber))
                .param("holders", texts(given, Marked::byHolder))
                .param("valid", given.stream().map(each -> each.given().valid()).toArray(Boolean[]::new))
                .param("until", texts(given, each -> each.given().until()))
                .update();
    }

    private static String[] texts(List<Marked> given, Function<Marked, String> text) {
        return given.stream().map(text).toArray(String[]::new);
    }

    /** By these marks, and by the others of what stands under them. They are gone then: nobody is told twice. The last first. */
    List<Reliance> take(List<String> marks) {
        return jdbc.sql("""
                WITH named AS (SELECT decode(mark, 'hex') AS mark FROM unnest(?::text[]) AS mark),
                     known AS (
                       SELECT mark FROM named
                       UNION SELECT by_number FROM relied_licence JOIN named USING (mark)
                       UNION SELECT by_holder FROM relied_licence JOIN named USING (mark)),
                     taken AS (DELETE FROM relied_licence WHERE mark = ANY (ARRAY(SELECT mark FROM known)) RETURNING *)
                SELECT * FROM taken ORDER BY entry DESC
                """)
                .param(marks.toArray(String[]::new))
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
