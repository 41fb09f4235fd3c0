-- What requests that are signed by their headers said only once, for as long as they could come again.
CREATE TABLE nonce (
    partner text        NOT NULL,
    text    text        NOT NULL,
    until   timestamptz NOT NULL,
    PRIMARY KEY (partner, text)
);
CREATE INDEX nonce_until ON nonce (until);

-- Secrets that platforms gave us under an app key, sealed: one for each requester that we are there, however many partners
-- are behind it. `ask_at`: from when on a node may ask for the next one; whoever
-- asks moves it first, so that nobody else does. `trouble`: why the last one who asked got none.
CREATE TABLE given_secret (
    requester text        NOT NULL PRIMARY KEY,
    asked_at  timestamptz NOT NULL,
    ask_at    timestamptz NOT NULL,
    secret    bytea,
    ends_at   timestamptz,
    trouble   text
);

GRANT SELECT, INSERT, UPDATE, DELETE ON nonce TO "${role}";
GRANT SELECT, INSERT, UPDATE ON given_secret TO "${role}";
