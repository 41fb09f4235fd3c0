-- What reports ask of the timelines 监管统计, written down when it happens, so that a year of cases is counted by the database.

-- A supply case. `fingerprint`: applicant, site and capacity under a key, to find the same application made again.
-- `connected_at`, `ended_at`: when there was power, and when the utility put the case away.
CREATE TABLE supply (
    case_no        text        NOT NULL PRIMARY KEY,
    customer_class text        NOT NULL,
    documents      int         NOT NULL,
    fingerprint    bytea,
    connected_at   timestamptz,
    ended_at       timestamptz
);
CREATE INDEX supply_fingerprint ON supply (fingerprint, case_no) WHERE fingerprint IS NOT NULL;

-- When its stages began and ended by our clock, and what they took without the stops. `utility` and `whole` stand beside the
-- stages. `working_days` is unknown where the calendar of a year was not loaded.
CREATE TABLE supply_stage (
    case_no      text        NOT NULL,
    stage        text        NOT NULL,
    reported_at  timestamptz NOT NULL,
    finished_at  timestamptz,
    hours        double precision,
    working_days int,
    PRIMARY KEY (case_no, stage)
);

CREATE TABLE finding (
    case_no  text        NOT NULL,
    kind     text        NOT NULL,
    event_no int         NOT NULL,
    about    text,
    found_at timestamptz NOT NULL,
    PRIMARY KEY (case_no, kind, event_no)
);

-- One row: the key of the fingerprints, sealed.
CREATE TABLE fingerprint_key (
    one    boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
    sealed bytea   NOT NULL
);

-- Cases come in the order of time.
CREATE INDEX casefile_opened ON casefile USING brin (opened_at) WITH (pages_per_range = 32);

GRANT SELECT, INSERT, UPDATE ON supply, supply_stage TO "${role}";
GRANT SELECT, INSERT ON finding, fingerprint_key TO "${role}";
