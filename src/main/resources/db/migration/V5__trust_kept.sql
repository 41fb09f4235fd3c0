-- Whom we believed, for evidence: every certificate and every revocation list by which any node ever judged, as the
-- bytes they came as, under their SM3. `kept_at` is before the first judgement that rests on it. A signature that brings
-- no certificate names it by issuer and number or by its key's id: `by_number` and `by_key` are the SM3 of these.

CREATE TABLE kept_certificate (
    sm3       bytea       NOT NULL PRIMARY KEY,
    subject   text        NOT NULL,
    issuer    text        NOT NULL,
    authority boolean     NOT NULL,
    by_number bytea       NOT NULL,
    by_key    bytea       NOT NULL,
    der       bytea       NOT NULL,
    kept_at   timestamptz NOT NULL
);
CREATE INDEX kept_certificate_authority ON kept_certificate (subject) WHERE authority;
CREATE INDEX kept_certificate_by_number ON kept_certificate (by_number);
CREATE INDEX kept_certificate_by_key ON kept_certificate (by_key);

-- `part` is the same for every version of a list: its issuer, and for which certificates where it has several lists.
CREATE TABLE kept_list (
    sm3         bytea       NOT NULL PRIMARY KEY,
    issuer      text        NOT NULL,
    part        text        NOT NULL,
    published   timestamptz NOT NULL,
    number      numeric     NOT NULL,
    next_update timestamptz NOT NULL,
    der         bytea       NOT NULL,
    kept_at     timestamptz NOT NULL
);
CREATE INDEX kept_list_issuer ON kept_list (issuer, part, published);

CREATE TRIGGER kept_certificate_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kept_certificate
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept_list_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kept_list
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON kept_certificate, kept_list TO "${role}";
REVOKE UPDATE, DELETE, TRUNCATE ON kept_certificate, kept_list FROM "${role}";
