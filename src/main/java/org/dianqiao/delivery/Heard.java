package org.dianqiao.delivery;

import java.util.List;
import org.dianqiao.delivery.Outcome.Failed;
import org.dianqiao.exchange.Said;
import org.jspecify.annotations.Nullable;

/** What came back over the line, not yet understood. */
public sealed interface Heard {

    /** `further`: what goes along with the body, each as the manifest has it, whoever signed that. */
    record Raw(
            int status,
            @Nullable String manifest,
            @Nullable String signature,
            @Nullable String type,
            byte[] body,
            List<Said> further)
            implements Heard {}

    /** `unfit`: that they spoke after all, and what was wrong with it. */
    record Silence(
            String problem, boolean timedOut, @Nullable String unfit) implements Heard {

        public Silence(String problem, boolean timedOut) {
            this(problem, timedOut, null);
        }

        public Failed asFailure() {
            return unfit == null ? new Failed(problem, timedOut) : Failed.unfit(problem, unfit);
        }
    }
}
