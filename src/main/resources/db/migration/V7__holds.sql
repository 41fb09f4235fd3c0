-- Legal holds 依法保全: while a case is held, nothing of what was said in it is erased, however long its time is over.
-- Several may rest on one case, each by its own reason; the case is free when the last is released. A released hold
-- stays readable.
CREATE TABLE legal_hold (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id      text        NOT NULL,
    since        timestamptz NOT NULL,
    set_by       text        NOT NULL,
    why          text        NOT NULL,
    released_at  timestamptz,
    released_by  text,
    released_why text,
    CHECK (num_nulls(released_at, released_by, released_why) IN (0, 3))
);
CREATE UNIQUE INDEX legal_hold_in_force ON legal_hold (case_id, why) WHERE released_at IS NULL;
CREATE INDEX legal_hold_of_case ON legal_hold (case_id);

CREATE TRIGGER legal_hold_is_history BEFORE DELETE OR TRUNCATE ON legal_hold
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER legal_hold_released_once BEFORE UPDATE ON legal_hold FOR EACH ROW
    WHEN (OLD.released_at IS NOT NULL OR NEW.released_at IS NULL
          OR ROW (NEW.id, NEW.case_id, NEW.since, NEW.set_by, NEW.why)
             IS DISTINCT FROM ROW (OLD.id, OLD.case_id, OLD.since, OLD.set_by, OLD.why))
    EXECUTE FUNCTION refuse_change();

-- Under which entries parts are kept that belong to a held case. Of what is still to be delivered nothing is erased in
-- any case; what died without an entry in the ledger stands among the dead letters.
CREATE INDEX dead_letter_of_case ON dead_letter (case_id) WHERE case_id IS NOT NULL;
CREATE VIEW held_part AS
    SELECT said.entry
    FROM legal_hold h CROSS JOIN LATERAL (
        SELECT parts_of AS entry FROM ledger_entry WHERE case_id = h.case_id
        UNION ALL SELECT parts_of FROM dead_letter WHERE case_id = h.case_id) AS said
    WHERE h.released_at IS NULL;

-- What the mark in `erased_until` passed by because it was held: its time is over, and it goes when it is free.
CREATE TABLE spared_part (
    service text NOT NULL,
    entry   text NOT NULL,
    PRIMARY KEY (service, entry)
);

GRANT SELECT, INSERT, UPDATE (released_at, released_by, released_why) ON legal_hold TO "${role}";
GRANT SELECT ON held_part TO "${role}";
GRANT SELECT, INSERT, DELETE ON spared_part TO "${role}";
