package org.dianqiao.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is to be said of one bundle. */
record Opinion(
        String name,
        Verdict verdict,
        Optional<Entry> entry,
        int parts,
        int there,
        List<Signer> signers,
        Optional<Inclusion> place,
        Optional<Head> head,
        Optional<Instant> stamped,
        List<Note> findings,
        List<Note> remarks) {

    /** Of what could not even be read. */
    static Opinion of(String name, Findings findings) {
        return new Opinion(
                name,
                Verdict.INVALID,
                Optional.empty(),
                0,
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                findings.flaws(),
                findings.remarks());
    }
}
