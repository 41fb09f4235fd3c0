-- What crosses the bridge. The gateway's own role may add to the ledger and read it, nothing else.

-- One row for each exchange: `in`, a partner's message with our answer; `out`, a message of ours with the
-- partner's answer, or its end without one. `id` grows with time. `parts_of`: where the message's parts are kept, under
-- this entry or that of the message which it passes on. Receipts and refusals hold no personal data, so their bodies
-- stand here for ever; replies and message parts stand in `part`, where they can be erased.
CREATE TABLE ledger_entry (
    id               text        NOT NULL PRIMARY KEY,
    at               timestamptz NOT NULL,
    direction        text        NOT NULL CHECK (direction IN ('in', 'out')),
    partner          text        NOT NULL,
    message_id       text        NOT NULL,
    kind             text        NOT NULL,
    service          text        NOT NULL,
    outcome          text        NOT NULL,
    case_id          text,
    parts_of         text        NOT NULL,
    manifest         bytea       NOT NULL,
    signature        bytea       NOT NULL,
    answer_manifest  bytea,
    answer_signature bytea,
    answer_body      bytea
) WITH (toast_tuple_target = 8160);
ALTER TABLE ledger_entry
    ALTER manifest SET STORAGE EXTERNAL, ALTER signature SET STORAGE EXTERNAL,
    ALTER answer_manifest SET STORAGE EXTERNAL, ALTER answer_signature SET STORAGE EXTERNAL,
    ALTER answer_body SET STORAGE EXTERNAL;
CREATE INDEX ledger_entry_case ON ledger_entry (case_id, id) WHERE case_id IS NOT NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the table % is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An accepted message binds its id for its sender, for ever. `asked_entry`: where another partner gave the reply, the
-- entry of our question to them. `reply_erased_at`: the reply's time is over.
CREATE TABLE accepted (
    sender          text  NOT NULL,
    message_id      text  NOT NULL,
    manifest_sm3    bytea NOT NULL,
    entry           text  NOT NULL,
    asked_entry     text,
    reply_erased_at timestamptz,
    PRIMARY KEY (sender, message_id)
);

-- The bytes of parts. Up to 1 MiB in `content`, above in pieces of 1 MiB in `part_piece`.
CREATE TABLE part (
    entry    text     NOT NULL,
    role     text     NOT NULL CHECK (role IN ('message', 'answer')),
    ordinal  smallint NOT NULL,
    name     text     NOT NULL,
    type     text     NOT NULL,
    length   bigint   NOT NULL,
    sm3      bytea    NOT NULL,
    content  bytea,
    PRIMARY KEY (entry, role, ordinal)
) WITH (toast_tuple_target = 8160);
ALTER TABLE part ALTER content SET STORAGE EXTERNAL;

CREATE TABLE part_piece (
    entry   text     NOT NULL,
    role    text     NOT NULL,
    ordinal smallint NOT NULL,
    piece   int      NOT NULL,
    content bytea    NOT NULL,
    PRIMARY KEY (entry, role, ordinal, piece)
);
ALTER TABLE part_piece ALTER content SET STORAGE EXTERNAL;

-- What must still be delivered. Finished rows leave: the ledger has them. `parts_of` is where the parts are kept that
-- it carries: under a key of its own, or under the entry of the message that it passes on.
CREATE TABLE delivery (
    id               bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partner          text        NOT NULL,
    message_id       text        NOT NULL,
    service          text        NOT NULL,
    case_id          text,
    manifest         bytea       NOT NULL,
    signature        bytea       NOT NULL,
    parts_of         text        NOT NULL,
    origin_manifest  bytea,
    origin_signature bytea,
    created_at       timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    due_at           timestamptz NOT NULL,
    attempts         int         NOT NULL DEFAULT 0,
    problem          text,
    leased_by        text,
    leased_until     timestamptz
) WITH (toast_tuple_target = 8160, fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
ALTER TABLE delivery ALTER manifest SET STORAGE EXTERNAL, ALTER signature SET STORAGE EXTERNAL;
CREATE INDEX delivery_of_partner ON delivery (partner, id);
CREATE INDEX delivery_of_case ON delivery (partner, case_id, id) WHERE case_id IS NOT NULL;

-- Deliveries that ended without effect, until an operator retries, redirects or closes them. `entry` is that end in
-- the ledger; absent where there was nobody to send it to.
CREATE TABLE dead_letter (
    id               bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry            text,
    partner          text        NOT NULL,
    message_id       text        NOT NULL,
    service          text        NOT NULL,
    case_id          text,
    manifest         bytea       NOT NULL,
    signature        bytea       NOT NULL,
    parts_of         text        NOT NULL,
    origin_manifest  bytea,
    origin_signature bytea,
    created_at       timestamptz NOT NULL,
    attempts         int         NOT NULL,
    died_at          timestamptz NOT NULL,
    code             text        NOT NULL,
    problem          text        NOT NULL,
    closed_at        timestamptz,
    closed_by        text,
    closed_how       text CHECK (closed_how IN ('retried', 'redirected', 'closed')),
    closed_why       text
);
CREATE INDEX dead_letter_open ON dead_letter (died_at) WHERE closed_at IS NULL;

-- What people did in the console, and whose personal data they looked at.
CREATE TABLE audit (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    who     text        NOT NULL,
    what    text        NOT NULL,
    subject text        NOT NULL,
    detail  text
);
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Leads 线索: a project that will need a connection, from its code's assignment on. `details` is what the approval
-- platform told, in the words of lead.assigned.
CREATE TABLE lead (
    lead_no      text        NOT NULL PRIMARY KEY,
    origin       text        NOT NULL,
    project_code text        UNIQUE,
    region_code  text        NOT NULL,
    utility      text,
    state        text        NOT NULL,
    details      jsonb       NOT NULL,
    milestones   jsonb       NOT NULL,
    answers      jsonb       NOT NULL,
    withdrawn    jsonb,
    received_at  timestamptz NOT NULL
);
CREATE SEQUENCE lead_number;

-- The gateway's role: `${role}`. Privileges first, the triggers above stand behind them.
GRANT SELECT, INSERT ON ledger_entry, audit TO "${role}";
REVOKE UPDATE, DELETE, TRUNCATE ON ledger_entry, audit FROM "${role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON accepted, part, part_piece, delivery, dead_letter, lead TO "${role}";
GRANT USAGE ON SEQUENCE lead_number TO "${role}";
