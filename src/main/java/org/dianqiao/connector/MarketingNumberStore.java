package org.dianqiao.connector;

import static org.dianqiao.sql.Moments.instant;
import static org.dianqiao.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Under which numbers applications went to marketing systems, and what was called back without a time. Leads and results
 * stand beside them, each by the id of its message.
 */
@Repository
class MarketingNumberStore {

    private final JdbcClient jdbc;

    MarketingNumberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A second and a number within it, up to 99. */
    record Place(Instant second, int serial) {}

    /** One that nobody had in this region. Where a second is full, or a clock behind, it is later than `second`. */
    Place next(String environment, String region, Instant second) {
        return jdbc.sql("""
            INSERT INTO pre_application_place AS last (environment, region, at, serial)
            VALUES (:environment, :region, :second, 0)
            ON CONFLICT (environment, region) DO UPDATE
            SET at = CASE WHEN excluded.at > last.at THEN excluded.at
                          WHEN last.serial < 99 THEN last.at
                          ELSE last.at + interval '1 second' END,
                serial = CASE WHEN excluded.at > last.at OR last.serial = 99 THEN 0 ELSE last.serial + 1 END
            RETURNING at, serial
            """)
                .param("environment", environment)
                .param("region", region)
                .param("second", utc(second))
                .query((row, n) -> new Place(instant(row, "at"), row.getInt("serial")))
                .single();
    }

    /** False: this message has a number already. Where that is its own id, either key may say so first. */
    boolean bind(MarketingNumber fresh, String partner, String messageId, Instant at) {
        return jdbc.sql("""
            INSERT INTO pre_application (number, partner, application_no, case_id, message_id, at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """)
                        .param(fresh.number())
                        .param(partner)
                        .param(fresh.about())
                        .param(fresh.caseId())
                        .param(messageId)
                        .param(utc(at))
                        .update()
                == 1;
    }

    Optional<MarketingNumber> ofMessage(String partner, String messageId) {
        return jdbc.sql("SELECT * FROM pre_application WHERE partner = ? AND message_id = ?")
                .params(partner, messageId)
                .query(MarketingNumberStore::given)
                .optional();
    }

    /** An application. Its number is known to no partner but the one that it was given for. */
    Optional<MarketingNumber> called(String number, String partner) {
        return jdbc.sql("SELECT * FROM pre_application WHERE number = ? AND partner = ? AND number <> message_id")
                .params(number, partner)
                .query(MarketingNumberStore::given)
                .optional();
    }

    /** When these words were first called back. */
    Instant firstHeard(String number, byte[] sm3, Instant now) {
        return jdbc.sql("""
            INSERT INTO call_back AS known (number, sm3, at) VALUES (?, ?, ?)
            ON CONFLICT (number, sm3) DO UPDATE SET at = known.at
            RETURNING at
            """)
                .params(number, sm3, utc(now))
                .query((row, n) -> instant(row, "at"))
                .single();
    }

    private static MarketingNumber given(ResultSet row, int n) throws SQLException {
        return new MarketingNumber(row.getString("number"), row.getString("application_no"), row.getString("case_id"));
    }
}
