package org.dianqiao.delivery;

import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;

/** How one attempt ended. */
public sealed interface Outcome {

    /** With the partner's signed answer, which verified. */
    record Delivered(Signed answer, String type, byte[] body) implements Outcome {}

    /** They do not want it, and will not want it the next time. `answer` and its body: where they signed it. */
    record Declined(String code, String problem, @Nullable Signed answer, byte @Nullable [] body) implements Outcome {}

    /** Nobody knows whether it arrived: the same bytes again, later. */
    record Failed(String problem, boolean timedOut) implements Outcome {}
}
