package org.dianqiao.delivery;

import java.util.List;
import java.util.Set;
import org.dianqiao.codes.Quoted;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.exchange.Said;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;

/** How one attempt ended. A `problem` is in our words and may be logged; `words` are theirs and may not. */
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
    record Declined(
            String code,
            String problem,
            @Nullable String words,
            @Nullable Signed answer,
            byte @Nullable [] body) implements Outcome {

        public Declined(
                String code, String problem, @Nullable String words, @Nullable Signed answer, byte @Nullable [] body) {
            this.code = code;
            this.problem = Quoted.line(problem);
            this.words = words;
            this.answer = answer;
            this.body = body;
        }

        public Declined(String code, String problem, @Nullable Signed answer, byte @Nullable [] body) {
            this(code, problem, null, answer, body);
        }

        String kept() {
            return Outcome.kept(problem, words);
        }
    }

    /**
     * Nobody knows whether it arrived: the same bytes again, later.
     *
     * @param unfit what is wrong with an answer that came, in words that may be told to who asked
     */
    record Failed(
            String problem,
            boolean timedOut,
            @Nullable String unfit,
            @Nullable String words) implements Outcome {

        private static final Set<Integer> BUSY = Set.of(408, 425, 429);

        public Failed {
            problem = Quoted.line(problem);
        }

        public Failed(String problem, boolean timedOut) {
            this(problem, timedOut, null, null);
        }

        public static Failed unfit(String problem, String unfit) {
            return new Failed(problem, false, Quoted.line(unfit), null);
        }

        public static Failed saying(String problem, @Nullable String words) {
            return new Failed(problem, false, null, words);
        }

        /** An answer with a status that is none. Above 500 it may be whoever stands before them. */
        public static Failed status(int status) {
            String problem = "HTTP " + status;
            return status >= 500 || BUSY.contains(status) ? new Failed(problem, false) : saying(problem, "");
        }

        /** They spoke, though what they said is of no use. */
        boolean isAnswer() {
            return (unfit != null || words != null) && !timedOut;
        }

        String kept() {
            return Outcome.kept(problem, words);
        }
    }

    /** For the page of deliveries: our words, and theirs on a line of their own. */
    static String kept(String problem, @Nullable String words) {
        return words == null || words.isBlank() ? problem : problem + "\n" + Quoted.line(words);
    }
}
