package org.dianqiao.progress;

import static org.dianqiao.sql.Moments.utc;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of each application what reports count, and what it is recognised by when it is made again. */
@Repository
class SupplyStore {

    private final JdbcClient jdbc;

    SupplyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of the same applicant, site and capacity. */
    record Earlier(String caseNo, String number, String regionCode) {}

    void add(String caseNo, String customerClass, int documents, byte @Nullable [] fingerprint) {
        jdbc.sql("""
                INSERT INTO supply (case_no, customer_class, documents, fingerprint) VALUES (?, ?, ?, ?)
                ON CONFLICT (case_no) DO UPDATE
                SET customer_class = excluded.customer_class, documents = excluded.documents,
                    fingerprint = excluded.fingerprint
                """)
                .params(caseNo, customerClass, documents)
                .param(fingerprint)
                .update();
    }

    /** Those beside this one that have no power and were not put away before then, the oldest first. */
    List<Earlier> earlier(byte[] fingerprint, String caseNo, Instant then, int most) {
        return jdbc.sql("""
                SELECT case_no, number, region_code FROM supply JOIN casefile USING (case_no)
                WHERE fingerprint = :fingerprint AND case_no <> :case
                  AND connected_at IS NULL AND (ended_at IS NULL OR ended_at > :then)
                ORDER BY opened_at, case_no LIMIT :most
                """)
                .param("fingerprint", fingerprint)
                .param("case", caseNo)
                .param("then", utc(then))
                .param("most", most)
                .query((row, n) ->
                        new Earlier(row.getString("case_no"), row.getString("number"), row.getString("region_code")))
                .list();
    }

    void connected(String caseNo, Instant at) {
        jdbc.sql("UPDATE supply SET connected_at = coalesce(connected_at, ?) WHERE case_no = ?")
                .params(utc(at), caseNo)
                .update();
    }

    void ended(String caseNo, Instant at) {
        jdbc.sql("UPDATE supply SET ended_at = coalesce(ended_at, ?) WHERE case_no = ?")
                .params(utc(at), caseNo)
                .update();
    }

    void reported(String caseNo, String stage, Instant at) {
        jdbc.sql("INSERT INTO supply_stage (case_no, stage, reported_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(caseNo, stage, utc(at))
                .update();
    }

    /** `hours` null: nobody told when it began. */
    void finished(String caseNo, String stage, Instant at, @Nullable Double hours, OptionalInt workingDays) {
        jdbc.sql("""
                INSERT INTO supply_stage (case_no, stage, reported_at, finished_at, hours, working_days)
                VALUES (:case, :stage, :at, :at, :hours, :days)
                ON CONFLICT (case_no, stage) DO UPDATE
                SET finished_at = excluded.finished_at, hours = excluded.hours, working_days = excluded.working_days
                """)
                .param("case", caseNo)
                .param("stage", stage)
                .param("at", utc(at))
                .param("hours", hours)
                .param("days", workingDays.isPresent() ? workingDays.getAsInt() : null)
                .update();
    }
}
