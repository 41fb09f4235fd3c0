package org.dianqiao.lead;

import static org.dianqiao.sql.Moments.utc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Erases what was told of leads, and by what they are recognised. The lead stays: its number, code and region, who was told,
 * and how it stands.
 */
@Repository
class LeadRetentionStore {

    private final JdbcClient jdbc;

    LeadRetentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those first of which nobody has spoken for the longest; how many. What is said of one bears its code as `case`. */
    int eraseSome(Instant changedBefore, Instant now, int most) {
        return jdbc.sql("""
                WITH over AS MATERIALIZED (
                    SELECT lead_no FROM lead l
                    WHERE changed_at < :before AND erased_at IS NULL
                      AND NOT EXISTS (SELECT FROM legal_hold
                                      WHERE case_id IN (l.project_code, l.lead_no) AND released_at IS NULL)
                    ORDER BY changed_at LIMIT :most FOR UPDATE SKIP LOCKED),
                marks AS (
                    DELETE FROM lead_mark m USING over WHERE m.lead_no = over.lead_no)
                UPDATE lead SET told = '', erased_at = :now, lon = NULL, lat = NULL,
                                details = NULL, milestones = NULL, answers = NULL, withdrawn = NULL
                FROM over WHERE lead.lead_no = over.lead_no
                """)
                .param("before", utc(changedBefore))
                .param("now", utc(now))
                .param("most", most)
                .update();
    }
}
