package org.dianqiao.vault;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one key of all digests. */
@Repository
class DigestKeyStore {

    private final JdbcClient jdbc;

    DigestKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of several nodes the first one's stays. */
    void offer(byte[] sealed) {
        jdbc.sql("INSERT INTO fingerprint_key (sealed) VALUES (?) ON CONFLICT DO NOTHING")
                .param(sealed)
                .update();
    }

    Optional<byte[]> key() {
        return jdbc.sql("SELECT sealed FROM fingerprint_key")
                .query(byte[].class)
                .optional();
    }
}
