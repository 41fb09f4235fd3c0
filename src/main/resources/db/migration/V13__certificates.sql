-- Certificates that were issued: what everybody who holds one may ask about it. The files themselves travel with the
-- messages; here are their digests. A certificate is superseded once and revoked once, and otherwise never changes.
CREATE SEQUENCE certificate_number;

CREATE TABLE certificate (
    identifier    text        PRIMARY KEY,
    kind          text        NOT NULL,
    case_no       text        NOT NULL,
    issued_at     timestamptz NOT NULL,
    pdf_sm3       text        NOT NULL,
    ofd_sm3       text        NOT NULL,
    supersedes    text        UNIQUE REFERENCES certificate,
    superseded_by text        REFERENCES certificate,
    superseded_at timestamptz,
    revoked_at    timestamptz,
    CHECK (num_nulls(superseded_by, superseded_at) IN (0, 2))
);
CREATE INDEX certificate_of_case ON certificate (case_no);

CREATE TRIGGER certificate_is_history BEFORE DELETE OR TRUNCATE ON certificate
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certificate_changes_once BEFORE UPDATE ON certificate FOR EACH ROW
    WHEN (OLD.superseded_by IS NOT NULL
              AND ROW (NEW.superseded_by, NEW.superseded_at)
                  IS DISTINCT FROM ROW (OLD.superseded_by, OLD.superseded_at)
          OR OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at)
    EXECUTE FUNCTION refuse_change();

GRANT USAGE ON SEQUENCE certificate_number TO "${role}";
GRANT SELECT, INSERT, UPDATE (superseded_by, superseded_at, revoked_at) ON certificate TO "${role}";
