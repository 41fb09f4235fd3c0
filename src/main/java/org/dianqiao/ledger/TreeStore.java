package org.dianqiao.ledger;

import static org.dianqiao.sql.Moments.instant;
import static org.dianqiao.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dianqiao.trust.Sm3;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tree's tables: what waits for its place, the leaves, the tiles, the heads. */
@Repository
public class TreeStore implements Tiles {

    private static final Duration STEP = Duration.ofSeconds(4);

    private final JdbcClient jdbc;

    public TreeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry that has no place yet. Its leaf is unknown where it is older than the tree. */
    record Unsealed(String entry, byte @Nullable [] leaf) {}

    boolean anythingUnsealed() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ledger_unsealed)")
                .query(Boolean.class)
                .single();
    }

    boolean isOurTurn() {
        return TurnStore.isOurs(jdbc, "ledger_head", STEP);
    }

    /** Away from those that wait: they must be given a place in this transaction. Few that wait are all taken. */
    List<Unsealed> take(int most) {
        return jdbc
                .sql("""
                DELETE FROM ledger_unsealed
                WHERE ctid = ANY (ARRAY(SELECT ctid FROM ledger_unsealed LIMIT ?))
                RETURNING entry, leaf
                """)
                .param(most)
                .query((row, n) -> new Unsealed(row.getString("entry"), row.getBytes("leaf")))
                .list()
                .stream()
                .sorted((one, other) -> one.entry.compareTo(other.entry))
                .toList();
    }

    void place(long first, List<String> entries) {
        jdbc.sql("""
                INSERT INTO ledger_leaf (index, entry)
                SELECT ? + place - 1, entry FROM unnest(?::text[]) WITH ORDINALITY AS placed (entry, place)
                """).params(first, entries.toArray(String[]::new)).update();
    }

    void keep(List<Tile> tiles) {
        jdbc.sql("""
                INSERT INTO ledger_tile (level, index, hashes)
                SELECT * FROM unnest(?::int[], ?::bigint[], ?::bytea[])
                ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes
                """)
                .param(tiles.stream().map(Tile::level).toArray(Integer[]::new))
                .param(tiles.stream().map(Tile::index).toArray(Long[]::new))
                .param(tiles.stream().map(Tile::hashes).toArray(byte[][]::new))
                .update();
    }

    void publish(TreeHead head) {
        jdbc.sql("INSERT INTO ledger_head (size, root, time, signature) VALUES (?, ?, ?, ?)")
                .param(head.size())
                .param(head.rootBytes())
                .param(utc(Instant.parse(head.time())))
                .param(head.signatureBytes())
                .update();
    }

    Optional<TreeHead> newest() {
        return jdbc.sql("SELECT * FROM ledger_head ORDER BY size DESC LIMIT 1")
                .query(TreeStore::head)
                .optional();
    }

    List<TreeHead> heads(long afterSize, int most) {
        return jdbc.sql("SELECT * FROM ledger_head WHERE size > ? ORDER BY size LIMIT ?")
                .params(afterSize, most)
                .query(TreeStore::head)
                .list();
    }

    /** The smallest head of this size or a greater one that an authority has stamped. */
    Optional<TreeHead> stamped(long size) {
        return jdbc.sql("SELECT * FROM ledger_head WHERE size >= ? AND token IS NOT NULL ORDER BY size LIMIT 1")
                .param(size)
                .query(TreeStore::head)
                .optional();
    }

    OptionalLong index(String entry) {
        return jdbc.sql("SELECT index FROM ledger_leaf WHERE entry = ?")
                .param(entry)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    @Override
    public Tile tile(int level, long index, int width) {
        return find(level, index)
                .filter(tile -> tile.width() >= width)
                .orElseThrow(() -> new DoubtfulTree(
                        "tile %d/%d does not have the %d hashes that it had".formatted(level, index, width)));
    }

    private Optional<Tile> find(int level, long index) {
        return jdbc.sql("SELECT hashes FROM ledger_tile WHERE level = ? AND index = ?")
                .params(level, index)
                .query(byte[].class)
                .optional()
                .map(hashes -> new Tile(level, index, hashes));
    }

    static TreeHead head(ResultSet row, int n) throws SQLException {
        byte[] token = row.getBytes("token");
        return new TreeHead(
                row.getLong("size"),
                Sm3.hex(row.getBytes("root")),
                Entry.time(instant(row, "time")),
                Base64.getEncoder().encodeToString(row.getBytes("signature")),
                token == null ? null : Base64.getEncoder().encodeToString(token));
    }
}
