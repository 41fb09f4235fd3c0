-- What a platform signed with before it gave out the next secret may still come in, until that secret ends too.
ALTER TABLE given_secret
    ADD COLUMN former_secret  bytea,
    ADD COLUMN former_ends_at timestamptz;
