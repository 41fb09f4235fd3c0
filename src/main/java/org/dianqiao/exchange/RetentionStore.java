package org.dianqiao.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases parts, in the order in which they came. Each service has a mark that moves forward behind what is over: what was
 * looked at once is not looked at again, and of several nodes the one that holds the mark works. The mark passes by what
 * a legal hold keeps and writes it down, so that it is found again when it is free.
 */
@Repository
public class RetentionStore {

    /**
     * So many parts, of whatever service, are looked at in one transaction: more than a manifest can name, and few
     * enough that all of them may be large.
     */
    private static final int AT_ONCE = 200;

    private static final String HELD = "WITH held AS MATERIALIZED (SELECT DISTINCT entry FROM held_part), ";
    private static final String GONE = """
                    RETURNING p.entry, p.role, p.ordinal, p.content IS NULL AS in_pieces),
                pieces AS (
                    DELETE FROM part_piece p USING gone g
                    WHERE g.in_pieces AND p.entry = g.entry AND p.role = g.role AND p.ordinal = g.ordinal)
            """;

    private final JdbcClient jdbc;

    public RetentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one transaction did. `last`: nothing is left to do for now, or another node is doing it. */
    record Batch(int parts, boolean last) {}

    /** `until`: how far one transaction goes. */
    private record Step(String until, boolean last) {}

    /** Gives new services their mark, so that their parts are found also when they have left the catalogue. */
    void mark(Collection<String> services) {
        jdbc.sql("""
                INSERT INTO erased_until (service, entry) SELECT unnest(?::text[]), '' ON CONFLICT DO NOTHING
                """).param(services.toArray(String[]::new)).update();
    }

    List<String> marked() {
        return jdbc.sql("SELECT service FROM erased_until ORDER BY service")
                .query(String.class)
                .list();
    }

    /** Erases the next of a service's parts that are kept under an entry smaller than `end`. */
    @Transactional
    public Batch erase(String service, String end) {
        Optional<String> from = takeMark(service);
        if (from.isEmpty()) {
            return new Batch(0, true);
        }
        Step step = step(service, from.get(), end);
        if (step.until().compareTo(from.get()) <= 0) {
            return new Batch(0, true);
        }
        int parts = erase(service, from.get(), step.until());
        move(service, step.until());
        return new Batch(parts, step.last());
    }

    /** Erases the next of a service's parts that were held when their time was over, and are free now. */
    @Transactional
    public Batch eraseReleased(String service, String end) {
        return takeMark(service).isEmpty() ? new Batch(0, true) : eraseSpared(service, end);
    }

    private Optional<String> takeMark(String service) {
        return jdbc.sql("SELECT entry FROM erased_until WHERE service = ? FOR UPDATE SKIP LOCKED")
                .param(service)
                .query(String.class)
                .optional();
    }

    /**
     * Not beyond what is still to be delivered: an operator may have begun that anew when its time was nearly over. What
     * was passed by because it was held does not count.
     */
    private Step step(String service, String from, String end) {
        return jdbc.sql("""
                WITH over AS (
                    SELECT LEAST(:end, min(parts_of)) AS until FROM delivery
                    WHERE service = :service AND parts_of >= :from),
                further AS (
                    SELECT entry FROM part WHERE entry >= :from AND entry < (SELECT until FROM over)
                    ORDER BY entry OFFSET :atOnce LIMIT 1)
                SELECT coalesce(further.entry, over.until) AS until, further.entry IS NULL AS last
                FROM over LEFT JOIN further ON true
                """)
                .param("service", service)
                .param("from", from)
                .param("end", end)
                .param("atOnce", AT_ONCE)
                .query((row, n) -> new Step(row.getString("until"), row.getBoolean("last")))
                .single();
    }

    private int erase(String service, String from, String until) {
        return jdbc.sql(HELD + """
                spared AS (
                    INSERT INTO spared_part (service, entry)
                    SELECT DISTINCT p.service, p.entry FROM part p JOIN held USING (entry)
                    WHERE p.entry >= :from AND p.entry < :until AND p.service = :service
                    ON CONFLICT DO NOTHING),
                gone AS (
                    DELETE FROM part p
                    WHERE p.entry >= :from AND p.entry < :until AND p.service = :service
                      AND NOT EXISTS (SELECT FROM held WHERE held.entry = p.entry)
                """ + GONE + "SELECT count(*) FROM gone")
                .param("service", service)
                .param("from", from)
                .param("until", until)
                .query(Integer.class)
                .single();
    }

    private Batch eraseSpared(String service, String end) {
        return jdbc.sql(HELD + """
                free AS (
                    SELECT s.entry FROM spared_part s
                    WHERE s.service = :service AND s.entry < :end
                      AND NOT EXISTS (SELECT FROM held WHERE held.entry = s.entry)
                      AND NOT EXISTS (SELECT FROM delivery d WHERE d.service = s.service AND d.parts_of = s.entry)
                    ORDER BY s.entry LIMIT :atOnce),
                struck AS (
                    DELETE FROM spared_part s USING free WHERE s.service = :service AND s.entry = free.entry),
                gone AS (
                    DELETE FROM part p USING free WHERE p.service = :service AND p.entry = free.entry
                """ + GONE + "SELECT (SELECT count(*) FROM gone), (SELECT count(*) FROM free) < :atOnce")
                .param("service", service)
                .param("end", end)
                .param("atOnce", AT_ONCE)
                .query((row, n) -> new Batch(row.getInt(1), row.getBoolean(2)))
                .single();
    }

    private void move(String service, String until) {
        jdbc.sql("UPDATE erased_until SET entry = ? WHERE service = ?")
                .params(until, service)
                .update();
    }
}
