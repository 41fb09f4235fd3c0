package org.dianqiao.exchange;

import java.util.List;
import org.dianqiao.vault.ClearRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Parts from before the vault: whole ones and pieces. */
@Repository
public class ClearPartStore implements ClearRows {

    private static final int AT_ONCE = 16;

    private final JdbcClient jdbc;
    private final SealedParts sealed;

    public ClearPartStore(JdbcClient jdbc, SealedParts sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    private record Whole(String entry, String role, int ordinal, byte[] content) {}

    private record Piece(String entry, String role, int ordinal, int piece, byte[] content) {}

    @Override
    public String name() {
        return "parts";
    }

    @Override
    @Transactional
    public int sealSome() {
        List<Whole> whole = whole();
        whole.forEach(this::seal);
        List<Piece> pieces = pieces();
        pieces.forEach(this::seal);
        return whole.size() + pieces.size();
    }

    private List<Whole> whole() {
        return jdbc.sql("""
                SELECT entry, role, ordinal, content FROM part WHERE NOT sealed AND content IS NOT NULL
                ORDER BY entry LIMIT ? FOR UPDATE SKIP LOCKED
                """)
                .param(AT_ONCE)
                .query((row, n) -> new Whole(
                        row.getString("entry"), row.getString("role"), row.getInt("ordinal"), row.getBytes("content")))
                .list();
    }

    private void seal(Whole part) {
        jdbc.sql("UPDATE part SET content = ?, sealed = true WHERE entry = ? AND role = ? AND ordinal = ?")
                .param(sealed.lock(part.content(), part.entry(), part.role(), part.ordinal()))
                .params(part.entry(), part.role(), part.ordinal())
                .update();
    }

    private List<Piece> pieces() {
        return jdbc.sql("""
                SELECT entry, role, ordinal, piece, content FROM part_piece WHERE NOT sealed
                ORDER BY entry LIMIT ? FOR UPDATE SKIP LOCKED
                """)
                .param(AT_ONCE)
                .query((row, n) -> new Piece(
                        row.getString("entry"),
                        row.getString("role"),
                        row.getInt("ordinal"),
                        row.getInt("piece"),
                        row.getBytes("content")))
                .list();
    }

    private void seal(Piece piece) {
        jdbc.sql("""
                UPDATE part_piece SET content = ?, sealed = true
                WHERE entry = ? AND role = ? AND ordinal = ? AND piece = ?
                """)
                .param(sealed.lockPiece(piece.content(), piece.entry(), piece.role(), piece.ordinal(), piece.piece()))
                .params(piece.entry(), piece.role(), piece.ordinal(), piece.piece())
                .update();
    }
}
