package org.dianqiao.vault;

import static org.dianqiao.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Data keys, each as often as there are wrapping keys. Every change is one statement: none is ever half made. */
@Repository
public class DataKeyStore {

    private final JdbcClient jdbc;

    public DataKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The `turn` of a day begins with 0; a rotation begins another. */
    record Day(long key, LocalDate day, int turn) {}

    /** Not in a database that no gateway with a vault has worked with yet. */
    public boolean isThere() {
        return jdbc.sql("SELECT to_regclass('data_key') IS NOT NULL")
                .query(Boolean.class)
                .single();
    }

    Optional<Day> newest() {
        return jdbc.sql("SELECT id, day, turn FROM data_key ORDER BY day DESC, turn DESC LIMIT 1")
                .query(DataKeyStore::day)
                .optional();
    }

    List<Day> all() {
        return jdbc.sql("SELECT id, day, turn FROM data_key ORDER BY day, turn")
                .query(DataKeyStore::day)
                .list();
    }

    /** By the ids of their wrapping keys. */
    Map<String, byte[]> wraps(long key) {
        Map<String, byte[]> wraps = new HashMap<>();
        jdbc.sql("SELECT wrapping, wrapped FROM data_key_wrap WHERE key = ?")
                .param(key)
                .query(row -> {
                    wraps.put(row.getString("wrapping"), row.getBytes("wrapped"));
                });
        return wraps;
    }

    /** Of nodes that begin the same turn of the same day at once, one does: the database knows them as one. */
    void begin(Day next, Instant at, Map<String, byte[]> wraps) {
        jdbc.sql("""
                WITH begun AS (
                    INSERT INTO data_key (id, day, turn, begun_at) VALUES (?, ?, ?, ?)
                    ON CONFLICT (day, turn) DO NOTHING RETURNING id)
                INSERT INTO data_key_wrap (key, wrapping, wrapped)
                SELECT begun.id, wrap.* FROM begun, unnest(?::text[], ?::bytea[]) AS wrap
                """)
                .params(next.key(), next.day(), next.turn(), utc(at))
                .param(wraps.keySet().toArray(String[]::new))
                .param(wraps.values().toArray(byte[][]::new))
                .update();
    }

    /** How many data keys are wrapped by none of these. */
    long strange(String[] wrappings) {
        return jdbc.sql("""
                SELECT count(*) FROM data_key k
                WHERE NOT EXISTS (SELECT FROM data_key_wrap w WHERE w.key = k.id AND w.wrapping = ANY (?))
                """).param(wrappings).query(Long.class).single();
    }

    void wrap(long key, String wrapping, byte[] wrapped) {
        jdbc.sql("INSERT INTO data_key_wrap (key, wrapping, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(key, wrapping, wrapped)
                .update();
    }

    /** Nothing is unwrapped any more by other keys than this one, as far as this one does. */
    int forgetOthers(String wrapping) {
        return jdbc.sql("""
                DELETE FROM data_key_wrap w
                WHERE w.wrapping <> :kept
                  AND EXISTS (SELECT FROM data_key_wrap o WHERE o.key = w.key AND o.wrapping = :kept)
                """).param("kept", wrapping).update();
    }

    private static Day day(ResultSet row, int n) throws SQLException {
        return new Day(row.getLong("id"), row.getObject("day", LocalDate.class), row.getInt("turn"));
    }
}
