package org.dianqiao.web.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dianqiao.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parts of messages and replies, as long as they are kept. */
@Repository
class PartStore {

    private final JdbcClient jdbc;

    PartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where a part's bytes are kept.
     *
     * @param small the bytes, where they are few enough to be shown
     */
    record Kept(String entry, String role, int ordinal, String sm3, byte @Nullable [] small) {}

    List<Kept> kept(Entry entry, List<String> digests, int largest) {
        if (digests.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                SELECT entry, role, ordinal, encode(sm3, 'hex') AS sm3,
                       CASE WHEN length <= :largest THEN content END AS small
                FROM part
                WHERE entry IN (:own, :passedOn) AND sm3 IN (:digests)
                ORDER BY role, ordinal
                """)
                .param("own", entry.id())
                .param("passedOn", entry.partsOf())
                .param("digests", digests.stream().map(HexFormat.of()::parseHex).toList())
                .param("largest", largest)
                .query((row, n) -> new Kept(
                        row.getString("entry"),
                        row.getString("role"),
                        row.getInt("ordinal"),
                        row.getString("sm3"),
                        row.getBytes("small")))
                .list();
    }

    /** Whether the time for which its parts are kept is over. */
    boolean erased(Entry entry) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM erased_until WHERE service = ? AND entry > ?)")
                .params(entry.service(), entry.partsOf())
                .query(Boolean.class)
                .single();
    }

    void write(Kept part, OutputStream out) throws IOException {
        Optional<byte[]> whole = jdbc.sql("""
                SELECT content FROM part WHERE entry = ? AND role = ? AND ordinal = ? AND content IS NOT NULL
                """)
                .params(part.entry(), part.role(), part.ordinal())
                .query(byte[].class)
                .optional();
        if (whole.isPresent()) {
            out.write(whole.get());
        } else {
            writePieces(part, out);
        }
    }

    private void writePieces(Kept part, OutputStream out) throws IOException {
        Optional<byte[]> piece = piece(part, 0);
        for (int number = 1; piece.isPresent(); number++) {
            out.write(piece.get());
            piece = piece(part, number);
        }
    }

    private Optional<byte[]> piece(Kept part, int number) {
        return jdbc.sql("""
                SELECT content FROM part_piece WHERE entry = ? AND role = ? AND ordinal = ? AND piece = ?
                """)
                .params(part.entry(), part.role(), part.ordinal(), number)
                .query(byte[].class)
                .optional();
    }
}
