-- Sealed bytes do not compress, so most leads would stand beside their table, each one more look-up away.
ALTER TABLE lead SET (toast_tuple_target = 8160);
