package org.dianqiao.progress;

import java.time.Instant;
import org.dianqiao.calendar.Limit;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Deadline;
import org.dianqiao.casework.Stage;
import org.dianqiao.policy.Warnings.Side;
import org.dianqiao.policy.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A limit that the texts set, before its time runs.
 *
 * @param about `utility`, `whole`, a stage, or what ends it
 * @param begins the stage whose start begins it; null: it begins with the application
 * @param behind the stage whose end begins it too, where nobody but the utility has anything to do in between
 */
record Owed(
        String about,
        Wording title,
        Limit limit,
        String rule,
        @Nullable Stage begins,
        @Nullable Stage behind) {

    boolean beginsAtOnce() {
        return begins == null;
    }

    boolean beginsWith(Stage stage, State state) {
        return (state == State.STARTED && stage == begins) || (state == State.FINISHED && stage == behind);
    }

    Deadline by(Casefile file, Instant began) {
        return Deadline.of(file.caseNo(), about, title, Side.UTILITY, file.keeper(), rule, began, limit);
    }
}
