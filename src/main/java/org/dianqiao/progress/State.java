package org.dianqiao.progress;

import java.util.Locale;

/** How a stage stands, in the words of progress.reported. */
enum State {
    STARTED,
    FINISHED,
    PAUSED,
    RESUMED;

    /** The contract has seen that it is one of them. */
    static State of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
