package org.dianqiao.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a department says of a task.
 *
 * @param silence how long it says nothing before, beyond the usual rest
 * @param paper what it asks for where it asks; without one, something of the task's own kind
 */
record Move(Status status, Duration silence, @Nullable String paper) {

    static Move says(Status status) {
        return new Move(status, Duration.ZERO, null);
    }

    static Move asksFor(String paper) {
        return new Move(Status.PAPERS_ASKED, Duration.ZERO, paper);
    }

    Move after(Duration longer) {
        return new Move(status, longer, paper);
    }

    boolean asks() {
        return status == Status.PAPERS_ASKED;
    }
}
