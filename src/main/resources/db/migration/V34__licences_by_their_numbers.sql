-- Who verifies what a customer says names the number of a licence, or its holder, and is told nothing but the result. The
-- service that revokes it says its identifier. Who was given the licence whole knows that they are one.

-- `by_number`, `by_holder`: the marks by which a verification without the identifier stands here; unknown where that is one.
ALTER TABLE relied_licence ADD COLUMN by_number bytea, ADD COLUMN by_holder bytea;
