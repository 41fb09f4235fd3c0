-- Cases 案件, their timelines and their deadlines.

-- `number`: as its keeper calls it. `thread`: what the messages about it bear as `case`. `part_of`: the number of the
-- application on which it hangs. `told`: what was told of it and became of it, sealed. `colour` (0 none, 1 blue, 2 orange,
-- 3 yellow, 4 red) and `due_at` sum up what is still owed, for the board.
CREATE TABLE casefile (
    case_no     text        NOT NULL PRIMARY KEY,
    kind        text        NOT NULL,
    keeper      text        NOT NULL,
    number      text        NOT NULL,
    region_code text        NOT NULL,
    utility     text,
    thread      text        NOT NULL,
    part_of     text,
    state       text        NOT NULL,
    open        boolean     NOT NULL,
    opened_at   timestamptz NOT NULL,
    told        bytea       NOT NULL,
    colour      smallint    NOT NULL DEFAULT 0,
    due_at      timestamptz,
    UNIQUE (kind, keeper, number)
) WITH (toast_tuple_target = 8160, fillfactor = 70);
ALTER TABLE casefile ALTER told SET STORAGE EXTERNAL;
CREATE SEQUENCE case_number;
CREATE INDEX casefile_number ON casefile (number);
CREATE INDEX casefile_part_of ON casefile (part_of) WHERE part_of IS NOT NULL;
CREATE INDEX casefile_board ON casefile (colour, due_at, case_no) WHERE open;

-- What happened, in its order; nothing is ever changed. `entry` proves what a partner said; `sent` is the id of a message of
-- ours, whose entry proves it.
CREATE TABLE case_event (
    case_no    text        NOT NULL,
    no         int         NOT NULL,
    at         timestamptz NOT NULL,
    claimed_at timestamptz,
    what       text        NOT NULL,
    about      text,
    by         text        NOT NULL,
    entry      text,
    sent       text,
    told       bytea       NOT NULL,
    PRIMARY KEY (case_no, no)
) WITH (toast_tuple_target = 8160);
ALTER TABLE case_event ALTER told SET STORAGE EXTERNAL;
CREATE TRIGGER case_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Until when somebody owes something. `allowed` and `stops` as packs and days write them; `raised` as `colour` above.
-- `look_at`: when a warning comes; `reckoned_with`: the edition of the calendars by which that was found.
CREATE TABLE deadline (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_no       text        NOT NULL,
    about         text        NOT NULL,
    title_zh      text        NOT NULL,
    title_en      text        NOT NULL,
    side          text        NOT NULL,
    responsible   text        NOT NULL,
    rule          text        NOT NULL,
    began         timestamptz NOT NULL,
    allowed       text        NOT NULL,
    stops         text        NOT NULL,
    raised        smallint    NOT NULL,
    due_at        timestamptz,
    look_at       timestamptz,
    reckoned_with text        NOT NULL,
    met_at        timestamptz,
    UNIQUE (case_no, about)
) WITH (fillfactor = 70);
CREATE INDEX deadline_to_look_at ON deadline (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX deadline_reckoned ON deadline (reckoned_with) WHERE met_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON casefile, deadline TO "${role}";
GRANT SELECT, INSERT ON case_event TO "${role}";
REVOKE UPDATE, DELETE, TRUNCATE ON case_event FROM "${role}";
GRANT USAGE ON SEQUENCE case_number TO "${role}";
