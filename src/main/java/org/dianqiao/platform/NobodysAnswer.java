package org.dianqiao.platform;

import java.io.IOException;

/** Something stands on a line that was said before anything was asked. The line is closed. */
final class NobodysAnswer extends IOException {

    private static final long serialVersionUID = 1;

    private final boolean asked;

    /** @param asked whether our own question is under way already */
    NobodysAnswer(boolean asked) {
        super("an answer stood on the line before anything was asked");
        this.asked = asked;
    }

    boolean mayAskAgain() {
        return !asked;
    }
}
