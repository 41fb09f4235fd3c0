package org.dianqiao.connector.list;

import static org.dianqiao.sql.Moments.utc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was listed before: of each project how, and which files. */
@Repository
class ListedStore {

    private final JdbcClient jdbc;

    ListedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each project that this partner listed, the digests of how it did, the first one first. */
    Map<String, List<String>> before(String partner, Collection<String> projectCodes) {
        Map<String, List<String>> before = new HashMap<>();
        jdbc.sql("""
                SELECT project_code, encode(digest, 'hex') FROM listed_project
                WHERE partner = ? AND project_code = ANY (?::text[]) ORDER BY project_code, revision
                """)
                .params(partner, projectCodes.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(known -> before.computeIfAbsent(known.getKey(), code -> new ArrayList<>())
                        .add(known.getValue()));
        return before;
    }

    /** Another node may have done so already. */
    void keep(String partner, String projectCode, int revision, String digest, Instant now) {
        jdbc.sql("""
                INSERT INTO listed_project (partner, project_code, revision, digest, at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
                .params(partner, projectCode, revision, HexFormat.of().parseHex(digest), utc(now))
                .update();
    }

    boolean isAnswered(String partner, byte[] sm3) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM answered_list WHERE partner = ? AND sm3 = ?)")
                .params(partner, sm3)
                .query(Boolean.class)
                .single();
    }

    void answered(String partner, byte[] sm3, Instant now) {
        jdbc.sql("INSERT INTO answered_list (partner, sm3, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(partner, sm3, utc(now))
                .update();
    }
}
