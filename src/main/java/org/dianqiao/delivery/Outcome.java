package org.dianqiao.delivery;

import java.util.List;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.exchange.Said;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;

/** How one attempt ended. */
public sealed interface Outcome {

    /**
     * With the partner's answer.
     *
     * @param answer as the partner signed it, which verified; or as we attest it
     * @param attested where it is we who signed it
     * @param further what a reply brings along beside its body
     */
    record Delivered(
            Signed answer,
            String type,
            byte[] body,
            @Nullable Attestation attested,
            List<Said> further) implements Outcome {

        public Delivered(Signed answer, String type, byte[] body, @Nullable Attestation attested) {
            this(answer, type, body, attested, List.of());
        }
    }

    /** They do not want it, and will not want it the next time. `answer` and its body: where they signed it. */
    record Declined(String code, String problem, @Nullable Signed answer, byte @Nullable [] body) implements Outcome {}

    /**
     * Nobody knows whether it arrived: the same bytes again, later.
     *
     * @param unfit what is wrong with an answer that came, in words that may be told to who asked
     */
    record Failed(
            String problem, boolean timedOut, @Nullable String unfit) implements Outcome {

        public Failed(String problem, boolean timedOut) {
            this(problem, timedOut, null);
        }
    }
}
