package org.dianqiao.exchange;

import static org.dianqiao.sql.Moments.utc;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parts that were uploaded before, for the messages that name them. */
@Repository
public class UploadedPartStore {

    private final JdbcClient jdbc;
    private final KeptPartStore parts;

    public UploadedPartStore(JdbcClient jdbc, KeptPartStore parts) {
        this.jdbc = jdbc;
        this.parts = parts;
    }

    /** Whole, and this sender's own; of several with the same bytes the one that was used last. */
    Optional<Content> find(String sender, Part named) {
        return jdbc.sql("""
                SELECT entry || '.' || round FROM upload
                WHERE sender = ? AND sm3 = ? AND length = ? AND completed_at IS NOT NULL AND erased_at IS NULL
                ORDER BY used_at DESC LIMIT 1
                """)
                .params(sender, HexFormat.of().parseHex(named.sm3()), named.length())
                .query(String.class)
                .optional()
                .map(key -> Content.uploaded(key, () -> parts.uploaded(key, named.length())));
    }

    /**
     * Keeps what a message names, in that message's transaction: it is used now, and stays as long as the message is
     * kept. Refused where it was erased meanwhile.
     */
    void keep(Message message) {
        List<Content> contents = message.contents();
        String[] entries = contents.stream()
                .map(Content::uploadedAs)
                .filter(Objects::nonNull)
                .map(key -> key.substring(0, key.indexOf('.')))
                .distinct()
                .toArray(String[]::new);
        if (entries.length > 0 && use(entries, message.receivedAt()) < entries.length) {
            throw Parts.mismatch("清单引用的部件已被删除，请重新上传。");
        }
        for (int i = 0; i < contents.size(); i++) {
            String key = contents.get(i).uploadedAs();
            if (key != null) {
                point(message, i, key);
            }
        }
    }

    /** Always in the same order, so that of two messages that name the same parts none waits for the other for ever. */
    private int use(String[] entries, Instant now) {
        return jdbc.sql("""
                WITH mine AS MATERIALIZED (
                    SELECT entry FROM upload WHERE entry = ANY (:entries) AND erased_at IS NULL
                    ORDER BY entry FOR UPDATE)
                UPDATE upload u SET used_at = GREATEST(used_at, :now), named = true FROM mine WHERE u.entry = mine.entry
                """).param("entries", entries).param("now", utc(now)).update();
    }

    private void point(Message message, int ordinal, String key) {
        Part part = message.manifest().parts().get(ordinal);
        jdbc.sql("""
                INSERT INTO part (entry, role, ordinal, service, name, type, length, sm3, pieces_of)
                VALUES (?, 'message', ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(message.entry(), ordinal, message.service().name(), part.name(), part.type(), part.length())
                .params(HexFormat.of().parseHex(part.sm3()), key)
                .update();
    }
}
