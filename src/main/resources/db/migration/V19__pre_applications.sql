-- Where the numbering of applications to marketing systems stands, for each region: the second and the number within it.
-- It only goes forward, whatever the clocks of the nodes say, so no number is ever given twice.
CREATE TABLE pre_application_place (
    environment text        NOT NULL,
    region      text        NOT NULL,
    at          timestamptz NOT NULL,
    serial      int         NOT NULL CHECK (serial BETWEEN 0 AND 99),
    PRIMARY KEY (environment, region)
);

-- Under which number 预申请编号 an application was brought to a marketing system, or may have been: one for each message,
-- however often it is tried. Kept for ever, for they call back with nothing else.
CREATE TABLE pre_application (
    number         text        NOT NULL PRIMARY KEY,
    partner        text        NOT NULL,
    application_no text        NOT NULL,
    case_id        text,
    message_id     text        NOT NULL,
    at             timestamptz NOT NULL,
    UNIQUE (partner, message_id)
);

-- When something was first called back that does not say when it was: told again, it is the same.
CREATE TABLE call_back (
    number text        NOT NULL REFERENCES pre_application,
    sm3    bytea       NOT NULL,
    at     timestamptz NOT NULL,
    PRIMARY KEY (number, sm3)
);

GRANT SELECT, INSERT, UPDATE ON pre_application_place TO "${role}";
GRANT SELECT, INSERT ON pre_application TO "${role}";
GRANT SELECT, INSERT, UPDATE ON call_back TO "${role}";
