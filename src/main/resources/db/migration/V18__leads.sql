-- Leads 线索 from every origin: recognised by owner and site, each with a case of its own, and on a map.

-- `application_no`: with which it became formal. `merged_into`: the older one that it turned out to be. `lon`, `lat`: where it
-- lies, to about a kilometre, so that a map can be drawn without opening what is sealed.
ALTER TABLE lead ADD application_no text, ADD merged_into text, ADD lon numeric, ADD lat numeric;
CREATE INDEX lead_application ON lead (application_no) WHERE application_no IS NOT NULL;
CREATE INDEX lead_merged ON lead (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX lead_newest ON lead (received_at DESC, lead_no DESC) INCLUDE (region_code, state) WHERE merged_into IS NULL;

-- By what leads are recognised that have no project code: owner and site, digested under a key. Many projects may share one;
-- whoever brings another project asks only for those that are not `coded` yet.
CREATE TABLE lead_mark (
    mark    bytea   NOT NULL,
    lead_no text    NOT NULL,
    coded   boolean NOT NULL,
    PRIMARY KEY (mark, lead_no)
);
CREATE INDEX lead_mark_of ON lead_mark (lead_no);
CREATE INDEX lead_mark_uncoded ON lead_mark (mark) WHERE NOT coded;
GRANT SELECT, INSERT, UPDATE, DELETE ON lead_mark TO "${role}";

-- A lead is a case: its number is the case's, its timeline begins now for those from before, and nobody owes them a word until
-- something is said of them again.
INSERT INTO casefile (case_no, kind, keeper, number, region_code, utility, thread, state, open, opened_at, told, closed_at)
SELECT lead_no, 'lead', 'gateway', lead_no, region_code, utility, coalesce(project_code, lead_no), state, false, received_at,
       '', changed_at
FROM lead;
SELECT setval('case_number', greatest(nextval('case_number'), nextval('lead_number')));
DROP SEQUENCE lead_number;
