-- The board of open cases: the strongest warning first, then what is due first, page after page by key.

-- `owed_by`: everybody who still owes something in it; like `colour` and `due_at` it sums up the deadlines. What was told in
-- a case is kept beside its row and not in it: a row of the board is then some hundred bytes, and a case whose deadline
-- has moved is written anew without all that was ever told in it.
ALTER TABLE casefile ADD owed_by text[] NOT NULL DEFAULT '{}';
ALTER TABLE casefile SET (toast_tuple_target = 256);

-- What is filtered and counted by stands in the index itself: a hundred thousand cases are counted without a look at one.
DROP INDEX casefile_board;
CREATE INDEX casefile_board ON casefile ((4 - colour), coalesce(due_at, 'infinity'::timestamptz), case_no)
    INCLUDE (colour, due_at, kind, region_code, owed_by) WHERE open;
