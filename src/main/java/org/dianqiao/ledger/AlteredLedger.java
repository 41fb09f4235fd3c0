package org.dianqiao.ledger;

import java.nio.file.Path;

/** Something old in the database is not as it was sealed. Whoever runs the gateway must look. */
final class AlteredLedger extends RuntimeException {

    private final Path settled;

    AlteredLedger(String what, Path settled) {
        super(what);
        this.settled = settled;
    }

    /** Where somebody says that it is known. */
    Path settled() {
        return settled;
    }
}
