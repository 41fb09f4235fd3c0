-- What came in through other systems' doors, for the supervisor's report: so few that it is read whole.
CREATE INDEX ledger_entry_attested ON ledger_entry (id)
    WHERE direction = 'in' AND position('"attested"'::bytea IN manifest) > 0;
