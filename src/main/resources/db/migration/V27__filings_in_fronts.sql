-- Of tasks of ours in front-end databases: by which filing they came, for that is taken back as a whole; and whether papers were
-- handed in, of which the department has said nothing yet. An item that was taken back and is put there again counts again.
ALTER TABLE front_item
    ADD COLUMN filing       text,
    ADD COLUMN supplemented boolean NOT NULL DEFAULT false,
    ADD COLUMN withdrawn    boolean NOT NULL DEFAULT false;

CREATE INDEX front_item_filing ON front_item (task_of, filing) WHERE filing IS NOT NULL;
