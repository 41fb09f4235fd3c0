package org.dianqiao.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.dianqiao.ledger.Signed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which entries of the ledger have a message that the gateway wrote down. */
@Repository
public class AttestedStore {

    private final JdbcClient jdbc;
    private final Attestations attestations;

    AttestedStore(JdbcClient jdbc, Attestations attestations) {
        this.jdbc = jdbc;
        this.attestations = attestations;
    }

    /** By their entries, of these. */
    public Map<String, Attestation> of(Collection<String> entries) {
        Map<String, Attestation> attested = new HashMap<>();
        if (!entries.isEmpty()) {
            jdbc.sql("""
                    SELECT id, manifest, signature FROM ledger_entry
                    WHERE id = ANY (?) AND position('"attested"'::bytea IN manifest) > 0
                    """).param(entries.toArray(String[]::new)).query(row -> {
                Signed signed = new Signed(row.getBytes("manifest"), row.getBytes("signature"));
                String entry = row.getString("id");
                attestations.of(signed).ifPresent(found -> attested.put(entry, found));
            });
        }
        return attested;
    }
}
