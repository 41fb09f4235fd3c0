-- Heads that an authority has stamped: a few among very many, looked for from either end.
CREATE INDEX ledger_head_stamped ON ledger_head (size) WHERE token IS NOT NULL;
