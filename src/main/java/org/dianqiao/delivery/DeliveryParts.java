package org.dianqiao.delivery;

import java.util.HexFormat;
import java.util.List;
import org.dianqiao.exchange.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parts that deliveries carry, as they were kept. */
@Repository
public class DeliveryParts {

    private final JdbcClient jdbc;

    DeliveryParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** `content`: absent where it stands in pieces. */
    record Kept(String entry, int ordinal, String name, String type, long length, byte @Nullable [] content) {}

    /** Of a message that the gateway says to nobody yet. */
    void keep(String entry, Part part, byte[] content) {
        jdbc.sql("""
                INSERT INTO part (entry, role, ordinal, name, type, length, sm3, content)
                VALUES (?, 'message', 0, ?, ?, ?, ?, ?)
                """)
                .params(entry, part.name(), part.type(), part.length())
                .params(HexFormat.of().parseHex(part.sm3()), content)
                .update();
    }

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
