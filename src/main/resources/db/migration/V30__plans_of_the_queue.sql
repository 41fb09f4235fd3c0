-- The queue is empty at one moment and long at the next, and statistics follow a minute later: thousands of rows are then
-- planned for as one, for which every index is as good as any other, and each of them was held against all before it. So what
-- comes before a delivery in its case can be looked for by one index only, the planner always sees pages, for which an
-- index is worth while, and none of them is ever given back.
DROP INDEX delivery_of_case;
CREATE INDEX delivery_of_case ON delivery (case_id, partner, id) WHERE case_id IS NOT NULL;
ALTER TABLE delivery SET (vacuum_truncate = false);

INSERT INTO delivery (partner, message_id, service, manifest, signature, parts_of, created_at, expires_at, due_at)
SELECT '-', 'room', 'notice.published', convert_to(repeat('-', 3000), 'UTF8'), '', '', now(), now(), now()
FROM generate_series(1, 64);
DELETE FROM delivery WHERE message_id = 'room';
