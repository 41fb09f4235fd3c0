-- What front-end databases 前置库 told of, as far as rows that come later are judged by it: codes, and what items are called.
-- `front` is the partner who reads the database.
CREATE TABLE front_project (
    front        text     NOT NULL,
    project      text     NOT NULL,
    project_code text     NOT NULL,
    stage        smallint NOT NULL,
    status       text     NOT NULL,
    said         text     NOT NULL,
    withdrawn    boolean  NOT NULL,
    PRIMARY KEY (front, project)
);

CREATE INDEX front_project_code ON front_project (front, project_code);

-- Items under way 审批事项实例. `task_of`: the department whose task of ours it is.
CREATE TABLE front_item (
    front      text     NOT NULL,
    number     text     NOT NULL,
    project    text     NOT NULL,
    stage      smallint NOT NULL,
    item       text     NOT NULL,
    task_of    text,
    passed     boolean  NOT NULL,
    documented boolean  NOT NULL,
    PRIMARY KEY (front, number)
);

-- Rows that are left as they are until what they wait for has come, or their time is over.
CREATE TABLE front_wait (
    front  text        NOT NULL,
    place  text        NOT NULL,
    serial text        NOT NULL,
    since  timestamptz NOT NULL,
    PRIMARY KEY (front, place, serial)
);

-- Which node reads a database, and until when it may be believed to.
CREATE TABLE front_turn (
    front text        NOT NULL PRIMARY KEY,
    node  text        NOT NULL,
    until timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON front_project, front_item, front_turn TO "${role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON front_wait TO "${role}";
