package org.dianqiao.casework;

import static org.dianqiao.sql.Moments.utc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dianqiao.casework.Casefile.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CaseStore {

    private final JdbcClient jdbc;
    private final SealedTold sealed;

    CaseStore(JdbcClient jdbc, SealedTold sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    List<String> runningNumbers(int many) {
        return jdbc.sql("SELECT to_char(nextval('case_number'), 'FM999999000000') FROM generate_series(1, ?)")
                .param(many)
                .query(String.class)
                .list();
    }

    /** Each word that is said in a closed case closes it anew. */
    void save(Casefile file, Instant now) {
        jdbc.sql("UPDATE casefile SET state = ?, open = ?, closed_at = ?, told = ? WHERE case_no = ?")
                .params(file.state(), file.open(), file.open() ? null : utc(now))
                .params(sealed.lock(file.told(), file.caseNo()), file.caseNo())
                .update();
    }

    void entrust(String caseNo, String utility) {
        jdbc.sql("UPDATE casefile SET keeper = ?, utility = ? WHERE case_no = ?")
                .params(utility, utility, caseNo)
                .update();
    }

    void settle(String caseNo, String regionCode, @Nullable String utility) {
        jdbc.sql("UPDATE casefile SET region_code = ?, utility = ? WHERE case_no = ?")
                .params(regionCode, utility, caseNo)
                .update();
    }

    /** Held until the transaction ends, so that what is said of one case comes one after the other. */
    Optional<Casefile> hold(String caseNo) {
        return one("SELECT * FROM casefile WHERE case_no = ? FOR UPDATE", caseNo);
    }

    /** Nothing, too, while somebody else holds it. */
    Optional<Casefile> holdIfFree(String caseNo) {
        return one("SELECT * FROM casefile WHERE case_no = ? FOR UPDATE SKIP LOCKED", caseNo);
    }

    Optional<Casefile> find(String caseNo) {
        return one("SELECT * FROM casefile WHERE case_no = ?", caseNo);
    }

    Optional<Casefile> hold(Kind kind, String keeper, String number) {
        return one(
                "SELECT * FROM casefile WHERE kind = ? AND keeper = ? AND number = ? FOR UPDATE",
                kind.written(),
                keeper,
                number);
    }

    Optional<Casefile> holdOfUtility(Kind kind, String utility, String number) {
        List<Casefile> files = jdbc.sql("""
                SELECT * FROM casefile WHERE kind = ? AND utility = ? AND number = ? LIMIT 2 FOR UPDATE
                """)
                .params(kind.written(), utility, number)
                .query(this::file)
                .list();
        return files.size() == 1 ? Optional.of(files.get(0)) : Optional.empty();
    }

    /** Each keeper has numbers of its own. */
    List<Casefile> called(Kind kind, String number) {
        return jdbc.sql("SELECT * FROM casefile WHERE kind = ? AND number = ? ORDER BY case_no")
                .params(kind.written(), number)
                .query(this::file)
                .list();
    }

    /**
     * What hangs on an application. What its keeper's sisters filed counts in the application's own division, so that who
     * may ask about the one may ask about the other; not where one of them has an application of that number itself.
     */
    List<Casefile> partOf(String number, String keeper, List<String> sisters) {
        return jdbc.sql("""
                SELECT * FROM casefile
                WHERE part_of = :number AND (
                    coalesce(utility, keeper) = :keeper
                    OR coalesce(utility, keeper) = ANY (:sisters)
                    AND region_code = (SELECT region_code FROM casefile
                                       WHERE kind = 'supply' AND keeper = :keeper AND number = :number)
                    AND NOT EXISTS (SELECT FROM casefile
                                    WHERE kind = 'supply' AND keeper = ANY (:sisters) AND number = :number))
                ORDER BY case_no
                """)
                .param("number", number)
                .param("keeper", keeper)
                .param("sisters", sisters.toArray(String[]::new))
                .query(this::file)
                .list();
    }

    private Optional<Casefile> one(String sql, String... keys) {
        return jdbc.sql(sql).params((Object[]) keys).query(this::file).optional();
    }

    Casefile file(ResultSet row, int n) throws SQLException {
        String caseNo = row.getString("case_no");
        ObjectNode told = sealed.unlock(row.getBytes("told"), caseNo);
        OffsetDateTime erased = row.getObject("erased_at", OffsetDateTime.class);
        return new Casefile(
                caseNo,
                Kind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                row.getString("keeper"),
                row.getString("number"),
                row.getString("region_code"),
                row.getString("utility"),
                row.getString("thread"),
                row.getString("part_of"),
                row.getString("state"),
                row.getBoolean("open"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                told,
                erased == null ? null : erased.toInstant());
    }
}
