-- Under which codes a project was told before it had its own, parted by blanks: a void row of one of them takes that back.
ALTER TABLE front_project ADD former text NOT NULL DEFAULT '';
