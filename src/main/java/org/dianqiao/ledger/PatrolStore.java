package org.dianqiao.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the patrol asks of the tables, and where it tells other nodes what to look at. */
@Repository
public class PatrolStore {

    private final JdbcClient jdbc;

    public PatrolStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lost whether it has no place in the tree and does not wait for one */
    record Seen(String entry, boolean lost) {}

    /** The entries of so many leaves, by their places. */
    Map<Long, String> leaves(long first, int count) {
        Map<Long, String> entries = new HashMap<>();
        jdbc.sql("SELECT index, entry FROM ledger_leaf WHERE index >= ? AND index < ?")
                .params(first, first + count)
                .query(row -> {
                    entries.put(row.getLong("index"), row.getString("entry"));
                });
        return entries;
    }

    /** The next entries by their ids. One statement, so that none is on its way from the one table to the other. */
    List<Seen> entries(String after, int count) {
        return jdbc.sql("""
                SELECT id, NOT EXISTS (SELECT FROM ledger_leaf WHERE entry = id)
                           AND NOT EXISTS (SELECT FROM ledger_unsealed WHERE entry = id) AS lost
                FROM (SELECT id FROM ledger_entry WHERE id > ? ORDER BY id LIMIT ?) AS next
                ORDER BY id
                """)
                .params(after, count)
                .query((row, n) -> new Seen(row.getString("id"), row.getBoolean("lost")))
                .list();
    }

    List<Piece> suspected(int most) {
        return jdbc.sql("SELECT tile, after FROM ledger_suspicion ORDER BY tile, after LIMIT ?")
                .param(most)
                .query((row, n) -> new Piece(row.getLong("tile"), row.getString("after")))
                .list();
    }

    void suspect(Piece piece) {
        jdbc.sql("INSERT INTO ledger_suspicion (tile, after) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(piece.tile(), piece.after())
                .update();
    }

    void clear(Piece piece) {
        jdbc.sql("DELETE FROM ledger_suspicion WHERE tile = ? AND after = ?")
                .params(piece.tile(), piece.after())
                .update();
    }
}
