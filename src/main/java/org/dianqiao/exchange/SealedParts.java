package org.dianqiao.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.dianqiao.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bytes of parts on their way into the database and out of it: sealed, each for the row where it stands. */
@Component
public class SealedParts {

    private final Vault vault;

    public SealedParts(Vault vault) {
        this.vault = vault;
    }

    public byte[] lock(byte[] clear, String entry, String role, int ordinal) {
        return vault.lock(clear, place(entry, role, ordinal));
    }

    public byte[] lockPiece(byte[] clear, String entry, String role, int ordinal, int piece) {
        return vault.lock(clear, place(entry, role, ordinal, piece));
    }

    /** From `content` and `sealed`; absent where the part stands in pieces. */
    public byte @Nullable [] unlock(ResultSet row, String entry, String role, int ordinal) throws SQLException {
        byte[] content = row.getBytes("content");
        return content == null || !row.getBoolean("sealed")
                ? content
                : vault.unlock(content, place(entry, role, ordinal));
    }

    /** From `content` and `sealed`. */
    public byte[] unlockPiece(ResultSet row, String entry, String role, int ordinal, int piece) throws SQLException {
        byte[] content = row.getBytes("content");
        return row.getBoolean("sealed") ? vault.unlock(content, place(entry, role, ordinal, piece)) : content;
    }

    private static String place(String entry, String role, int ordinal) {
        return "part " + entry + " " + role + " " + ordinal;
    }

    private static String place(String entry, String role, int ordinal, int piece) {
        return "piece " + entry + " " + role + " " + ordinal + " " + piece;
    }
}
