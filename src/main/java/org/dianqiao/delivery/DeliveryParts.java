package org.dianqiao.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianqiao.exchange.Content;
import org.dianqiao.exchange.KeptPartStore;
import org.dianqiao.exchange.KeptPartStore.Role;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Part;
import org.dianqiao.exchange.SealedParts;
import org.dianqiao.vault.DoesNotOpen;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The parts that deliveries carry, as they were kept. */
@Repository
public class DeliveryParts {

    private static final Logger log = LoggerFactory.getLogger(DeliveryParts.class);

    private final JdbcClient jdbc;
    private final SealedParts sealed;
    private final KeptPartStore store;

    DeliveryParts(JdbcClient jdbc, SealedParts sealed, KeptPartStore store) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.store = store;
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
        store.keep(delivery.partsOf(), Role.MESSAGE, 0, delivery.service(), part, Content.of(content));
    }

    /** What goes along with what the gateway says, behind its payload. */
    List<Kept> keep(Delivery delivery, List<Enclosed> enclosed) {
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < enclosed.size(); i++) {
            Part part = enclosed.get(i).part();
            Content content = enclosed.get(i).content();
            store.keep(delivery.partsOf(), Role.MESSAGE, i + 1, delivery.service(), part, content);
            kept.add(Kept.of(delivery.partsOf(), i + 1, part, content.inMemory() ? content.bytes() : null));
        }
        return kept;
    }

    /** What each carries, asked for once for all of them. Without those whose parts do not open: the others go on. */
    List<Consignment> with(List<Delivery> deliveries) {
        String[] entries = deliveries.stream().map(Delivery::partsOf).distinct().toArray(String[]::new);
        Set<String> shut = new HashSet<>();
        Map<String, List<Kept>> byEntry = jdbc
                .sql("""
                SELECT entry, ordinal, name, type, length, content, sealed FROM part
                WHERE entry = ANY (?) AND role = 'message' ORDER BY entry, ordinal
                """)
                .param(entries)
                .query((row, n) -> new Kept(
                        row.getString("entry"),
                        row.getInt("ordinal"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getLong("length"),
                        content(row, shut)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Kept::entry));
        return deliveries.stream()
                .filter(delivery -> !shut.contains(delivery.partsOf()))
                .map(delivery -> Consignment.of(delivery, byEntry.getOrDefault(delivery.partsOf(), List.of())))
                .toList();
    }

    private byte @Nullable [] content(ResultSet row, Set<String> shut) throws SQLException {
        String entry = row.getString("entry");
        try {
            return sealed.unlock(row, entry, "message", row.getInt("ordinal"));
        } catch (DoesNotOpen e) {
            log.error("Not delivered, {}", e.getMessage());
            shut.add(entry);
            return null;
        }
    }
}
