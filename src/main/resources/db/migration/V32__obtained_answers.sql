-- What partners were lately told of a holder 持证主体, in a word: it goes on with the holder's application for supply.

-- `holder`: the number of their document, digested under a key. `entry`: of question and reply; `message_id`: the question.
CREATE TABLE obtained_answer (
    holder     bytea       NOT NULL,
    partner    text        NOT NULL,
    entry      text        NOT NULL,
    service    text        NOT NULL,
    message_id text        NOT NULL,
    at         timestamptz NOT NULL,
    result     text        NOT NULL,
    PRIMARY KEY (holder, partner, entry)
);
CREATE INDEX obtained_answer_at ON obtained_answer (at);

GRANT SELECT, INSERT, DELETE ON obtained_answer TO "${role}";
