package org.dianqiao.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parts that deliveries carry, as they were kept. */
@Repository
class DeliveryParts {

    private final JdbcClient jdbc;

    DeliveryParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** `content`: absent where it stands in pieces. */
    record Kept(String entry, int ordinal, String name, String type, long length, byte @Nullable [] content) {}

    List<Kept> of(String entry) {
        return jdbc.sql("""
                SELECT entry, ordinal, name, type, length, content FROM part
                WHERE entry = ? AND role = 'message' ORDER BY ordinal
                """)
                .param(entry)
                .query((row, n) -> new Kept(
                        row.getString("entry"),
                        row.getInt("ordinal"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getLong("length"),
                        row.getBytes("content")))
                .list();
    }
}
