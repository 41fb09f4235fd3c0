-- What was told of cases and leads is erased when its time is over: `told` is empty then. What happened, when, by whom
-- and its proof stay.

-- `closed_at`: when the last word was said in a case that is not open. `erased_at`: what was told in it is gone since.
ALTER TABLE casefile ADD closed_at timestamptz, ADD erased_at timestamptz;
UPDATE casefile c
SET closed_at = coalesce((SELECT max(at) FROM case_event e WHERE e.case_no = c.case_no), opened_at) WHERE NOT open;
CREATE INDEX casefile_to_erase ON casefile (kind, closed_at) WHERE closed_at IS NOT NULL AND erased_at IS NULL;

-- An event is never changed, but that what was told with it is erased.
DROP TRIGGER case_event_append_only ON case_event;
CREATE TRIGGER case_event_append_only BEFORE DELETE OR TRUNCATE ON case_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_event_only_erased BEFORE UPDATE ON case_event FOR EACH ROW
    WHEN (NEW.told <> ''
          OR ROW (NEW.case_no, NEW.no, NEW.at, NEW.claimed_at, NEW.what, NEW.about, NEW.by, NEW.entry, NEW.sent)
             IS DISTINCT FROM
             ROW (OLD.case_no, OLD.no, OLD.at, OLD.claimed_at, OLD.what, OLD.about, OLD.by, OLD.entry, OLD.sent))
    EXECUTE FUNCTION refuse_change();
GRANT UPDATE (told) ON case_event TO "${role}";

-- A lead that somebody speaks of again is a lead again: `erased_at` says that nobody has, since it was erased.
ALTER TABLE lead ADD changed_at timestamptz, ADD erased_at timestamptz;
UPDATE lead
SET changed_at = greatest(received_at, (SELECT max(at) FROM ledger_entry WHERE case_id = project_code));
ALTER TABLE lead ALTER changed_at SET NOT NULL;
CREATE INDEX lead_to_erase ON lead (changed_at) WHERE erased_at IS NULL;
