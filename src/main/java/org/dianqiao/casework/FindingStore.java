package org.dianqiao.casework;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which findings there are, so that a report counts them without reading every timeline. */
@Repository
class FindingStore {

    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are known already stay as they are. */
    void add(String caseNo, List<Finding> findings, Instant now) {
        jdbc.sql("""
                INSERT INTO finding (case_no, kind, event_no, about, found_at)
                SELECT :case, f.kind, f.event_no, f.about, :now
                FROM unnest(:kinds::text[], :events::int[], :abouts::text[]) AS f (kind, event_no, about)
                ON CONFLICT DO NOTHING
                """)
                .param("case", caseNo)
                .param("now", CaseStore.utc(now))
                .param(
                        "kinds",
                        findings.stream().map(each -> each.kind().written()).toArray(String[]::new))
                .param("events", findings.stream().map(Finding::shownBy).toArray(Integer[]::new))
                .param("abouts", findings.stream().map(Finding::about).toArray(String[]::new))
                .update();
    }
}
