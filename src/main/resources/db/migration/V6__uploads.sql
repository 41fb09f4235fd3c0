-- Large parts 大部件: announced by a `part.upload` message, then sent piece by piece to an address of their own, and named
-- by any number of their sender's messages.

-- `entry`: that of the announcing message. `received`: how much is here, durably; `pieces`: in how many pieces;
-- `digest`: the sealed state of the SM3 over it. `turn`: only who knows it adds something; another begins with each
-- question how far it is. `round`: how often it began. The pieces stand in `part_piece` under `<entry>.<round>`; those of
-- rounds before this one are of no use any more, and below `wiped` they are gone. `used_at`: when something last came,
-- or when it was last named.
CREATE TABLE upload (
    entry        text        NOT NULL PRIMARY KEY,
    token        text        NOT NULL UNIQUE,
    sender       text        NOT NULL,
    length       bigint      NOT NULL,
    sm3          bytea       NOT NULL,
    received     bigint      NOT NULL DEFAULT 0,
    pieces       int         NOT NULL DEFAULT 0,
    digest       bytea,
    turn         int         NOT NULL DEFAULT 0,
    round        int         NOT NULL DEFAULT 0,
    wiped        int         NOT NULL DEFAULT 0,
    used_at      timestamptz NOT NULL,
    named        boolean     NOT NULL DEFAULT false,
    completed_at timestamptz,
    erased_at    timestamptz
) WITH (fillfactor = 50);
CREATE INDEX upload_of_sender ON upload (sender, sm3) WHERE erased_at IS NULL;
CREATE INDEX upload_waiting ON upload (sender) WHERE erased_at IS NULL AND NOT named;
CREATE INDEX upload_unused ON upload (used_at) WHERE erased_at IS NULL;
CREATE INDEX upload_to_wipe ON upload (entry) WHERE wiped < round;

-- Where a part's pieces stand that was uploaded before; absent: under the part's own key.
ALTER TABLE part ADD pieces_of text;
CREATE INDEX part_in_upload ON part (pieces_of) WHERE pieces_of IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON upload TO "${role}";
