-- A number of a project 工程代码 is its own within a district only.
ALTER TABLE front_project ADD district text NOT NULL DEFAULT '';
ALTER TABLE front_project DROP CONSTRAINT front_project_pkey;
ALTER TABLE front_project ADD PRIMARY KEY (front, project, district);
ALTER TABLE front_item ADD district text NOT NULL DEFAULT '';
