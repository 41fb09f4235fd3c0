-- A case is looked up by its number with or without its keeper: one index serves both, and holds it unique.
ALTER TABLE casefile DROP CONSTRAINT casefile_kind_keeper_number_key;
ALTER TABLE casefile ADD UNIQUE (number, kind, keeper);
DROP INDEX casefile_number;

-- Nobody asks for a deadline by its id; it only says in which order deadlines were set.
ALTER TABLE deadline DROP CONSTRAINT deadline_pkey;
ALTER TABLE deadline DROP CONSTRAINT deadline_case_no_about_key;
ALTER TABLE deadline ADD PRIMARY KEY (case_no, about);
