package org.dianqiao.connector;

import static org.dianqiao.sql.Moments.instantIfAny;
import static org.dianqiao.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What platforms gave us, for all nodes. */
@Repository
public class GivenSecretStore {

    private final JdbcClient jdbc;

    public GivenSecretStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** `secret` and `ends` are there together, and so are the two of the former one. */
    record Row(
            byte @Nullable [] secret,
            @Nullable Instant ends,
            byte @Nullable [] former,
            @Nullable Instant formerEnds,
            @Nullable String trouble) {}

    Optional<Row> find(String requester) {
        return jdbc.sql("""
            SELECT secret, ends_at, former_secret, former_ends_at, trouble FROM given_secret WHERE requester = ?
            """).param(requester).query(GivenSecretStore::row).optional();
    }

    /** Whether this node is the one to ask now. The next may ask at `again`, should it not get to the end of it. */
    boolean isOurTurn(String requester, Instant now, Instant again) {
        return jdbc.sql("""
            INSERT INTO given_secret (requester, asked_at, ask_at) VALUES (:requester, :now, :again)
            ON CONFLICT (requester) DO UPDATE SET asked_at = excluded.asked_at, ask_at = excluded.ask_at
            WHERE given_secret.ask_at <= :now
            """)
                        .param("requester", requester)
                        .param("now", utc(now))
                        .param("again", utc(again))
                        .update()
                == 1;
    }

    void keep(String requester, byte[] secret, Instant ends, Instant next) {
        jdbc.sql("""
            UPDATE given_secret SET former_secret = secret, former_ends_at = ends_at,
                secret = :secret, ends_at = :ends, ask_at = :next, trouble = NULL
            WHERE requester = :requester
            """)
                .param("secret", secret)
                .param("ends", utc(ends))
                .param("next", utc(next))
                .param("requester", requester)
                .update();
    }

    void gotNone(String requester, String trouble) {
        jdbc.sql("UPDATE given_secret SET trouble = ? WHERE requester = ?")
                .params(trouble, requester)
                .update();
    }

    /** Somebody asks as soon as possible, if nobody has since `lately`. */
    void hurry(String requester, Instant now, Instant lately) {
        jdbc.sql("UPDATE given_secret SET ask_at = :now WHERE requester = :requester AND asked_at < :lately")
                .param("now", utc(now))
                .param("requester", requester)
                .param("lately", utc(lately))
                .update();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getBytes("secret"),
                instantIfAny(row, "ends_at"),
                row.getBytes("former_secret"),
                instantIfAny(row, "former_ends_at"),
                row.getString("trouble"));
    }
}
