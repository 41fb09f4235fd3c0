-- Who was given which licence 电子证照, until the reply is erased in which they got it: when it is revoked they are told.

-- `mark`: its identifier, digested under a key. `entry`: the reply; `message_id`: the question. `valid`: whether it was said to
-- be valid then; `valid_to`: until when, where that was said.
CREATE TABLE relied_licence (
    mark       bytea   NOT NULL,
    entry      text    NOT NULL,
    service    text    NOT NULL,
    partner    text    NOT NULL,
    message_id text    NOT NULL,
    valid      boolean NOT NULL,
    valid_to   date,
    PRIMARY KEY (mark, entry)
);
CREATE INDEX relied_licence_to_erase ON relied_licence (service, entry);

-- Where the newest answer to a question stands, of services that allow it to be given again while its provider is silent.
-- `question`: the digest of its payload. `entry`: the reply; `asked_entry`: our question to the provider, with their answer.
CREATE TABLE held_answer (
    partner     text        NOT NULL,
    provider    text        NOT NULL,
    service     text        NOT NULL,
    question    bytea       NOT NULL,
    entry       text        NOT NULL,
    asked_entry text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (partner, provider, service, question)
);
CREATE INDEX held_answer_entry ON held_answer (entry);
CREATE INDEX held_answer_at ON held_answer (at);

GRANT SELECT, INSERT, DELETE ON relied_licence TO "${role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON held_answer TO "${role}";
