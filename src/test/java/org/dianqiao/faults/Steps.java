package org.dianqiao.faults;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The steps of a gateway's work, as its database sees them: each statement that writes to a table, and each commit. A step
 * is called by all that its transaction has done up to it, so it names a state between two writes.
 *
 * <p>What the sealer does is not looked at; of a ledger entry and the leaf that is put down with it in one statement the
 * entry stands for both.
 */
record Steps(DataSource owner) {

    private static final String WATCH = """
            CREATE SCHEMA steps;
            CREATE TABLE steps.taken (step text NOT NULL);

            CREATE FUNCTION steps.take() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            DECLARE
                before text := coalesce(current_setting('steps.before', true), '');
                this text := CASE TG_WHEN WHEN 'AFTER' THEN 'COMMIT' ELSE TG_OP || ' ' || TG_TABLE_NAME END;
                step text := concat_ws(', ', nullif(before, ''), this);
            BEGIN
                IF before LIKE '%COMMIT' THEN
                    RETURN NULL;
                END IF;
                -- Deliveries that end at the same time do so in one transaction, one after the other.
                IF this = 'DELETE delivery' THEN
                    step := this;
                END IF;
                PERFORM set_config('steps.before', step, true);
                INSERT INTO steps.taken VALUES (step);
                -- A snare holds whoever comes first, and lets the others pass.
                IF NOT pg_try_advisory_xact_lock_shared(1, hashtext(step))
                        AND pg_try_advisory_xact_lock(2, hashtext(step)) THEN
                    PERFORM pg_advisory_xact_lock_shared(1, hashtext(step));
                END IF;
                RETURN NULL;
            END $$;

            DO $$
            DECLARE
                looked_at text;
            BEGIN
                FOR looked_at IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
                        AND (tablename NOT LIKE 'ledger_%' OR tablename = 'ledger_entry') LOOP
                    EXECUTE format('CREATE TRIGGER step BEFORE INSERT OR UPDATE OR DELETE ON %I'
                        ' FOR EACH STATEMENT EXECUTE FUNCTION steps.take()', looked_at);
                    EXECUTE format('CREATE CONSTRAINT TRIGGER last_step AFTER INSERT OR UPDATE OR DELETE ON %I'
                        ' DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION steps.take()', looked_at);
                END LOOP;
            END $$;
            """;

    /** From now on. */
    static Steps watched(DataSource owner) {
        JdbcClient.create(owner).sql(WATCH).update();
        return new Steps(owner);
    }

    /** Each once, by transactions that have ended well. */
    List<String> taken() {
        return JdbcClient.create(owner)
                .sql("SELECT DISTINCT step FROM steps.taken ORDER BY step")
                .query(String.class)
                .list();
    }
}
