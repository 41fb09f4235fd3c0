package org.dianqiao.web.console;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When partners were last heard of. */
@Repository
class PartnerStore {

    private static final int LOOKED_AT = 5_000;

    private final JdbcClient jdbc;

    PartnerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Among the newest entries of the ledger. */
    record Contact(@Nullable Instant heard, @Nullable Instant delivered) {

        static final Contact NONE = new Contact(null, null);
    }

    Map<String, Contact> contacts() {
        Map<String, Contact> contacts = new HashMap<>();
        jdbc.sql("""
                SELECT partner,
                       max(at) FILTER (WHERE direction = 'in') AS heard,
                       max(at) FILTER (WHERE outcome IN ('delivered', 'answered')) AS delivered
                FROM (SELECT partner, direction, outcome, at FROM ledger_entry ORDER BY id DESC LIMIT ?) AS newest
                GROUP BY partner
                """).param(LOOKED_AT).query(row -> {
            contacts.put(
                    row.getString("partner"),
                    new Contact(
                            instant(row.getObject("heard", OffsetDateTime.class)),
                            instant(row.getObject("delivered", OffsetDateTime.class))));
        });
        return contacts;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
