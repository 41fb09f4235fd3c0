-- Where a node has found the ledger altered: the other nodes look there too, and whoever finds it mended takes it away.
-- A piece is a tile of leaves and, of all entries by their ids, as many after one of them.
CREATE TABLE ledger_suspicion (
    tile  bigint NOT NULL,
    after text   NOT NULL,
    PRIMARY KEY (tile, after)
);

GRANT SELECT, INSERT, DELETE ON ledger_suspicion TO "${role}";
