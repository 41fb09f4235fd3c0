-- How large the tree was at a given time: for the curve of its growth.
CREATE INDEX ledger_head_by_time ON ledger_head (time);
