package org.dianqiao.verifier;

import java.io.IOException;

/** The archive cannot be read any further, and which flaw it is. */
final class Broken extends IOException {

    private final transient Note note;

    Broken(Flaw flaw, Object... details) {
        super(flaw.code());
        note = flaw.with(details);
    }

    Note note() {
        return note;
    }
}
