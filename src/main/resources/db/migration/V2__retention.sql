-- Parts are erased when their time is over; which time that is, their service says.
ALTER TABLE part ADD service text;
UPDATE part SET service = told.service
FROM (SELECT parts_of, min(service) AS service
      FROM (SELECT parts_of, service FROM ledger_entry
            UNION ALL SELECT parts_of, service FROM delivery
            UNION ALL SELECT parts_of, service FROM dead_letter) AS said
      GROUP BY parts_of) AS told
WHERE told.parts_of = part.entry;
ALTER TABLE part ALTER service SET NOT NULL;

-- A reply is erased when its manifest names a part that is no longer there.
ALTER TABLE accepted DROP reply_erased_at;

-- How far each service's parts are erased: none is left of it under an entry smaller than `entry`. Entries grow with
-- time, so what is over next begins here.
CREATE TABLE erased_until (
    service text NOT NULL PRIMARY KEY,
    entry   text NOT NULL
);
INSERT INTO erased_until (service, entry) SELECT DISTINCT service, '' FROM part;

GRANT SELECT, INSERT, UPDATE ON erased_until TO "${role}";
