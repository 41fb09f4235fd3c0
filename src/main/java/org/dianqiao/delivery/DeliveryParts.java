package org.dianqiao.delivery;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dianqiao.exchange.Content;
import org.dianqiao.exchange.Message;
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
    record Kept(String entry, int ordinal, String name, String type, long length, byte @Nullable [] content) {

        /** Of a message that is being recorded. */
        static List<Kept> of(Message message) {
            List<Kept> kept = new ArrayList<>();
            for (int i = 0; i < message.contents().size(); i++) {
                Content content = message.contents().get(i);
                kept.add(of(
                        message.entry(),
                        i,
                        message.manifest().parts().get(i),
                        content.inMemory() ? content.bytes() : null));
            }
            return kept;
        }

        static Kept of(String entry, int ordinal, Part part, byte @Nullable [] content) {
            return new Kept(entry, ordinal, part.name(), part.type(), part.length(), content);
        }
    }

    /** Of a message that the gateway says to nobody yet. */
    void keep(Delivery delivery, Part part, byte[] content) {
        jdbc.sql("""
                INSERT INTO part (entry, role, ordinal, service, name, type, length, sm3, content)
                VALUES (?, 'message', 0, ?, ?, ?, ?, ?, ?)
                """)
                .params(delivery.partsOf(), delivery.service(), part.name(), part.type(), part.length())
                .params(HexFormat.of().parseHex(part.sm3()), content)
                .update();
    }

    /** What each carries, asked for once for all of them. */
    List<Consignment> with(List<Delivery> deliveries) {
        String[] entries = deliveries.stream().map(Delivery::partsOf).distinct().toArray(String[]::new);
        Map<String, List<Kept>> byEntry = jdbc
                .sql("""
                SELECT entry, ordinal, name, type, length, content FROM part
                WHERE entry = ANY (?) AND role = 'message' ORDER BY entry, ordinal
                """)
                .param(entries)
                .query((row, n) -> new Kept(
                        row.getString("entry"),
                        row.getInt("ordinal"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getLong("length"),
                        row.getBytes("content")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Kept::entry));
        return deliveries.stream()
                .map(delivery -> new Consignment(delivery, byEntry.getOrDefault(delivery.partsOf(), List.of())))
                .toList();
    }
}
