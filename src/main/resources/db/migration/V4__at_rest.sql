-- What may be personal stands sealed: under the key of a day, which stands here as often as the keystore has wrapping
-- keys. A key of the same day with a later `turn` is the newer.
CREATE TABLE data_key (
    id       bigint      NOT NULL PRIMARY KEY,
    day      date        NOT NULL,
    turn     int         NOT NULL,
    begun_at timestamptz NOT NULL,
    UNIQUE (day, turn)
);
CREATE TABLE data_key_wrap (
    key      bigint NOT NULL REFERENCES data_key,
    wrapping text   NOT NULL,
    wrapped  bytea  NOT NULL,
    PRIMARY KEY (key, wrapping)
);
GRANT SELECT, INSERT ON data_key TO "${role}";
GRANT SELECT, INSERT, DELETE ON data_key_wrap TO "${role}";

-- Rows from before are sealed bit by bit while the gateway works; these indexes are empty then. From now on nothing comes
-- in that is not sealed.
ALTER TABLE part ADD sealed boolean NOT NULL DEFAULT false;
ALTER TABLE part ALTER sealed SET DEFAULT true;
CREATE INDEX part_clear ON part (entry) WHERE NOT sealed AND content IS NOT NULL;
ALTER TABLE part_piece ADD sealed boolean NOT NULL DEFAULT false;
ALTER TABLE part_piece ALTER sealed SET DEFAULT true;
CREATE INDEX part_piece_clear ON part_piece (entry) WHERE NOT sealed;

-- `told`: what was in `details`, `milestones`, `answers` and `withdrawn`, sealed.
ALTER TABLE lead
    ADD told bytea,
    ALTER details DROP NOT NULL,
    ALTER milestones DROP NOT NULL,
    ALTER answers DROP NOT NULL;
ALTER TABLE lead ALTER told SET STORAGE EXTERNAL;
CREATE INDEX lead_clear ON lead (lead_no) WHERE told IS NULL;

-- What a partner answered may quote anybody. Our own receipts and refusals name nobody, and stay to be read; and the
-- ledger's rows from before cannot be changed.
ALTER TABLE ledger_entry ADD answer_sealed boolean NOT NULL DEFAULT false;
