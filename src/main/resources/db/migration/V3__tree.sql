-- The tree over the ledger: RFC 9162 with SM3. One node at a time seals: it gives entries their places, lets the tiles
-- grow and signs a head, all in one transaction.

-- Entries without a place yet: filled by the statement that appends the entry, emptied by the sealer. A heap without an
-- index: nothing is looked for in it, all of it is taken. Entries older than the tree bring no leaf; the sealer reads
-- them.
CREATE TABLE ledger_unsealed (
    entry text NOT NULL,
    leaf  bytea
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
INSERT INTO ledger_unsealed (entry) SELECT id FROM ledger_entry ORDER BY id;

CREATE TABLE ledger_leaf (
    index bigint NOT NULL PRIMARY KEY,
    entry text   NOT NULL UNIQUE
);

-- 256 hashes of 32 bytes side by side; the last tile of a level has fewer, and grows.
CREATE TABLE ledger_tile (
    level  int    NOT NULL,
    index  bigint NOT NULL,
    hashes bytea  NOT NULL CHECK (octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0),
    PRIMARY KEY (level, index)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
        toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 1000);
ALTER TABLE ledger_tile ALTER hashes SET STORAGE EXTERNAL;

-- `token`: the time stamp of an authority, once there is one.
CREATE TABLE ledger_head (
    size      bigint      NOT NULL PRIMARY KEY,
    root      bytea       NOT NULL,
    time      timestamptz NOT NULL,
    signature bytea       NOT NULL,
    token     bytea
);
ALTER TABLE ledger_head ALTER signature SET STORAGE EXTERNAL, ALTER token SET STORAGE EXTERNAL;

CREATE TRIGGER ledger_leaf_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_leaf
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_tile_append_only BEFORE DELETE OR TRUNCATE ON ledger_tile
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_head_append_only BEFORE DELETE OR TRUNCATE ON ledger_head
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What may change at all: a tile grows and keeps what it has, a head gets its stamp once.
CREATE TRIGGER ledger_tile_only_grows BEFORE UPDATE ON ledger_tile FOR EACH ROW
    WHEN (ROW (NEW.level, NEW.index, substring(NEW.hashes FOR octet_length(OLD.hashes)))
          IS DISTINCT FROM ROW (OLD.level, OLD.index, OLD.hashes))
    EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_head_stamped_once BEFORE UPDATE ON ledger_head FOR EACH ROW
    WHEN (OLD.token IS NOT NULL OR NEW.token IS NULL
          OR ROW (NEW.size, NEW.root, NEW.time, NEW.signature)
             IS DISTINCT FROM ROW (OLD.size, OLD.root, OLD.time, OLD.signature))
    EXECUTE FUNCTION refuse_change();

REVOKE UPDATE, DELETE, TRUNCATE ON ledger_leaf, ledger_head FROM "${role}";
REVOKE DELETE, TRUNCATE ON ledger_tile FROM "${role}";
GRANT SELECT, INSERT, DELETE ON ledger_unsealed TO "${role}";
GRANT SELECT, INSERT ON ledger_leaf, ledger_tile, ledger_head TO "${role}";
GRANT UPDATE ON ledger_tile TO "${role}";
GRANT UPDATE (token) ON ledger_head TO "${role}";
