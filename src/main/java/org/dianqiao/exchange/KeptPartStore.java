package org.dianqiao.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parts as they are kept and read: small ones at once, large ones piece by piece. */
@Repository
public class KeptPartStore {

    private static final int PIECE = 1 << 20;

    private final JdbcClient jdbc;
    private final SealedParts sealed;

    public KeptPartStore(JdbcClient jdbc, SealedParts sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    /** What is kept under an entry: the parts of its message, and the body of its reply. */
    public enum Role {
        MESSAGE,
        ANSWER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param content absent where it stands in pieces
     * @param piecesOf where these stand, if it was uploaded before
     */
    private record Row(byte @Nullable [] content, @Nullable String piecesOf) {}

    /** `service`: by whose retention it is erased. */
    public void keep(String entry, Role role, int ordinal, String service, Part part, Content content) {
        boolean small = content.inMemory();
        jdbc.sql("""
                INSERT INTO part (entry, role, ordinal, service, name, type, length, sm3, content)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(entry, role.word(), ordinal, service, part.name(), part.type(), part.length())
                .param(HexFormat.of().parseHex(part.sm3()))
                .param(small ? sealed.lock(content.bytes(), entry, role.word(), ordinal) : null)
                .update();
        if (!small) {
            keepPieces(entry, role, ordinal, content);
        }
    }

    private void keepPieces(String entry, Role role, int ordinal, Content content) {
        try (InputStream in = content.open()) {
            byte[] piece = in.readNBytes(PIECE);
            for (int number = 0; piece.length > 0; number++) {
                jdbc.sql("INSERT INTO part_piece (entry, role, ordinal, piece, content) VALUES (?, ?, ?, ?, ?)")
                        .params(entry, role.word(), ordinal, number)
                        .param(sealed.lockPiece(piece, entry, role.word(), ordinal, number))
                        .update();
                piece = in.readNBytes(PIECE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part that stands at this place, if it is the one that a manifest names; absent once it is erased. */
    public Optional<Content> find(String entry, Role role, int ordinal, Part named) {
        return jdbc.sql(
                        "SELECT content, sealed, pieces_of FROM part WHERE entry = ? AND role = ? AND ordinal = ? AND sm3 = ?")
                .params(entry, role.word(), ordinal, HexFormat.of().parseHex(named.sm3()))
                .query((row, n) -> new Row(sealed.unlock(row, entry, role.word(), ordinal), row.getString("pieces_of")))
                .optional()
                .map(row ->
                        row.content() != null ? Content.of(row.content()) : inPieces(row, entry, role, ordinal, named));
    }

    private Content inPieces(Row row, String entry, Role role, int ordinal, Part named) {
        String uploaded = row.piecesOf();
        return Content.at(() -> uploaded != null
                ? uploaded(uploaded, named.length())
                : new Pieces(number -> piece(entry, role, ordinal, number), named.length()));
    }

    /** A large part of a message, wherever its pieces stand. */
    public InputStream open(String entry, int ordinal, long length) {
        return jdbc.sql("""
                SELECT pieces_of FROM part
                WHERE entry = ? AND role = 'message' AND ordinal = ? AND pieces_of IS NOT NULL
                """)
                .params(entry, ordinal)
                .query(String.class)
                .optional()
                .map(key -> uploaded(key, length))
                .orElseGet(() -> new Pieces(number -> piece(entry, Role.MESSAGE, ordinal, number), length));
    }

    /** One that was uploaded before, under its own key. */
    InputStream uploaded(String key, long length) {
        return new Pieces(number -> piece(key, Role.MESSAGE, 0, number), length);
    }

    private Optional<byte[]> piece(String entry, Role role, int ordinal, int number) {
        return jdbc.sql(
                        "SELECT content, sealed FROM part_piece WHERE entry = ? AND role = ? AND ordinal = ? AND piece = ?")
                .params(entry, role.word(), ordinal, number)
                .query((row, n) -> sealed.unlockPiece(row, entry, role.word(), ordinal, number))
                .optional();
    }
}
