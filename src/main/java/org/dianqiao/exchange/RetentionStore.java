package org.dianqiao.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases parts, in the order in which they came. Each service has a mark that moves forward behind what is over: what was
 * looked at once is not looked at again, and of several nodes the one that holds the mark works.
 */
@Repository
public class RetentionStore {

    /**
     * So many parts, of whatever service, are looked at in one transaction: more than a manifest can name, and few
     * enough that all of them may be large.
     */
    private static final int AT_ONCE = 200;

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
        Optional<String> from = hold(service);
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

    private Optional<String> hold(String service) {
        return jdbc.sql("SELECT entry FROM erased_until WHERE service = ? FOR UPDATE SKIP LOCKED")
                .param(service)
                .query(String.class)
                .optional();
    }

    /** Not beyond what is still to be delivered: an operator may have begun that anew when its time was nearly over. */
    private Step step(String service, String from, String end) {
        return jdbc.sql("""
                WITH over AS (
                    SELECT LEAST(:end, min(parts_of)) AS until FROM delivery WHERE service = :service),
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
        return jdbc.sql("""
                WITH gone AS (
                    DELETE FROM part WHERE entry >= ? AND entry < ? AND service = ?
                    RETURNING entry, role, ordinal, content IS NULL AS in_pieces),
                pieces AS (
                    DELETE FROM part_piece p USING gone g
                    WHERE g.in_pieces AND p.entry = g.entry AND p.role = g.role AND p.ordinal = g.ordinal)
                SELECT count(*) FROM gone
                """).params(from, until, service).query(Integer.class).single();
    }

    private void move(String service, String until) {
        jdbc.sql("UPDATE erased_until SET entry = ? WHERE service = ?")
                .params(until, service)
                .update();
    }
}
