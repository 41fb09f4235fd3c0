package org.dianqiao.delivery;

import org.dianqiao.delivery.Outcome.Failed;
import org.jspecify.annotations.Nullable;

/** What came back over the line, not yet understood. */
sealed interface Heard {

    record Raw(
            int status,
            @Nullable String manifest,
            @Nullable String signature,
            @Nullable String type,
            byte[] body) implements Heard {}

    record Silence(String problem, boolean timedOut) implements Heard {

        Failed asFailure() {
            return new Failed(problem, timedOut);
        }
    }
}
