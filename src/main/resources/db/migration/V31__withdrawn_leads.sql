-- Which leads' projects are withdrawn, so that they are told apart without opening what is sealed. Of one from before, what its
-- platform said last of its code counts, until something new is said of it.
ALTER TABLE lead ADD project_withdrawn boolean NOT NULL DEFAULT false;

UPDATE lead SET project_withdrawn = true
WHERE merged_into IS NULL
  AND (withdrawn IS NOT NULL
       OR EXISTS (SELECT FROM case_event w
                  WHERE w.case_no = lead.lead_no AND w.what = 'project.withdrawn'
                    AND NOT EXISTS (SELECT FROM case_event a
                                    WHERE a.case_no = w.case_no AND a.no > w.no AND a.what = 'project.code-assigned')));

DROP INDEX lead_newest;
CREATE INDEX lead_newest ON lead (received_at DESC, lead_no DESC) INCLUDE (region_code, state, project_withdrawn)
    WHERE merged_into IS NULL;
CREATE INDEX lead_withdrawn ON lead (received_at DESC, lead_no DESC) INCLUDE (region_code)
    WHERE merged_into IS NULL AND project_withdrawn;

-- Those that no map of China shows are few, and counted each time that one is drawn.
CREATE INDEX lead_astray ON lead (region_code)
    WHERE merged_into IS NULL AND lon IS NOT NULL AND lat IS NOT NULL
      AND NOT (lon BETWEEN 73 AND 136 AND lat BETWEEN 3 AND 54);
