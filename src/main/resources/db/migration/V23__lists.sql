-- Lists 清单 that partners leave in folders.

-- Which node looks into whose folder, and until when.
CREATE TABLE list_lease (
    partner text        NOT NULL PRIMARY KEY,
    node    text        NOT NULL,
    until   timestamptz NOT NULL
);

-- How a partner listed a project, each time that it was otherwise than before. `digest`: of the row in our words, under a key.
CREATE TABLE listed_project (
    partner      text        NOT NULL,
    project_code text        NOT NULL,
    revision     int         NOT NULL CHECK (revision > 0),
    digest       bytea       NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (partner, project_code, revision)
);

-- Files that were dealt with to their end: what is left again, though newer ones came since, changes nothing.
CREATE TABLE answered_list (
    partner text        NOT NULL,
    sm3     bytea       NOT NULL,
    at      timestamptz NOT NULL,
    PRIMARY KEY (partner, sm3)
);

GRANT SELECT, INSERT, UPDATE ON list_lease TO "${role}";
GRANT SELECT, INSERT ON listed_project TO "${role}";
GRANT SELECT, INSERT ON answered_list TO "${role}";
