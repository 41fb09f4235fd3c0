package org.dianqiao.web.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dianqiao.exchange.Content;
import org.dianqiao.exchange.KeptPartStore;
import org.dianqiao.exchange.KeptPartStore.Role;
import org.dianqiao.exchange.Part;
import org.dianqiao.exchange.SealedParts;
import org.dianqiao.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parts of messages and replies, as long as they are kept. */
@Repository
class PartStore {

    private final JdbcClient jdbc;
    private final SealedParts sealed;
    private final KeptPartStore parts;

    PartStore(JdbcClient jdbc, SealedParts sealed, KeptPartStore parts) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.parts = parts;
    }

    /**
     * Where a part's bytes are kept.
     *
     * @param small the bytes, where they are few enough to be shown
     */
    record Kept(String entry, Role role, int ordinal, String sm3, byte @Nullable [] small) {}

    List<Kept> kept(Entry entry, List<String> digests, int largest) {
        if (digests.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                SELECT entry, role, ordinal, encode(sm3, 'hex') AS sm3, sealed,
                       CASE WHEN length <= :largest THEN content END AS content
                FROM part
                WHERE entry IN (:own, :passedOn) AND sm3 IN (:digests)
                ORDER BY role, ordinal
                """)
                .param("own", entry.id())
                .param("passedOn", entry.partsOf())
                .param("digests", digests.stream().map(HexFormat.of()::parseHex).toList())
                .param("largest", largest)
                .query(this::kept)
                .list();
    }

    private Kept kept(ResultSet row, int n) throws SQLException {
        String entry = row.getString("entry");
        String role = row.getString("role");
        int ordinal = row.getInt("ordinal");
        return new Kept(
                entry,
                Role.valueOf(role.toUpperCase(Locale.ROOT)),
                ordinal,
                row.getString("sm3"),
                sealed.unlock(row, entry, role, ordinal));
    }

    /** Whether the time for which its parts are kept is over, and no legal hold kept them beyond it. */
    boolean erased(Entry entry) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM erased_until WHERE service = :service AND entry > :entry)
                   AND NOT EXISTS (SELECT FROM spared_part WHERE service = :service AND entry = :entry)
                """)
                .param("service", entry.service())
                .param("entry", entry.partsOf())
                .query(Boolean.class)
                .single();
    }

    /** All of it, as long as it is kept. */
    void write(Kept kept, Part part, OutputStream out) throws IOException {
        Optional<Content> content = parts.find(kept.entry(), kept.role(), kept.ordinal(), part);
        if (content.isPresent()) {
            try (InputStream in = content.get().open()) {
                in.transferTo(out);
            }
        }
    }
}
