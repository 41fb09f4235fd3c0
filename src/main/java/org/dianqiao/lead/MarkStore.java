package org.dianqiao.lead;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By which marks leads are recognised. */
@Repository
class MarkStore {

    private final JdbcClient jdbc;

    MarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Until the transaction ends nobody who speaks of the same owner and site goes on beside this. Those who bring project
     * codes do not keep each other waiting: `alone` is who brings none, for two such would make two leads.
     */
    void await(Set<String> marks, boolean alone) {
        String lock = alone ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
        jdbc.sql("SELECT count(" + lock + "(hashtextextended('lead ' || m, 0))) FROM unnest(?::text[]) AS m")
                .param(marks.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /** `coded`: whether the lead has a project code, and so all its marks. */
    void add(String leadNo, Set<String> marks, boolean coded) {
        jdbc.sql("""
                WITH known AS (UPDATE lead_mark SET coded = :coded WHERE lead_no = :lead AND coded <> :coded)
                INSERT INTO lead_mark (mark, lead_no, coded)
                SELECT decode(m, 'hex'), :lead, :coded FROM unnest(:marks::text[]) AS m
                ON CONFLICT DO NOTHING
                """)
                .param("lead", leadNo)
                .param("coded", coded)
                .param("marks", marks.toArray(String[]::new))
                .update();
    }

    void move(Lead from, Lead to) {
        jdbc.sql("""
                WITH moved AS (DELETE FROM lead_mark WHERE lead_no = :from RETURNING mark)
                INSERT INTO lead_mark (mark, lead_no, coded) SELECT mark, :to, :coded FROM moved ON CONFLICT DO NOTHING
                """)
                .param("from", from.leadNo())
                .param("to", to.leadNo())
                .param("coded", to.projectCode() != null)
                .update();
    }
}
