package org.dianqiao.documents;

import org.dianqiao.exchange.Told;
import org.jspecify.annotations.Nullable;

/**
 * A question that was put to a register, and what came of it.
 *
 * @param told absent where its time was over
 */
record Looked(Lookup lookup, Testimony testimony, @Nullable Told told) {

    static Looked of(Lookup lookup, Told told) {
        return new Looked(lookup, told.isReply() ? lookup.meaning().apply(told.body()) : silence(), told);
    }

    static Looked inVain(Lookup lookup) {
        return new Looked(lookup, silence(), null);
    }

    private static Testimony silence() {
        return Testimony.of(Verdict.NO_ANSWER);
    }

    Verdict verdict() {
        return testimony.verdict();
    }

    /** Only what stands in the ledger proves anything. */
    boolean proves(String document) {
        return lookup.document().equals(document)
                && verdict() == Verdict.OBTAINED
                && told != null
                && told.entry() != null;
    }

    boolean contradicts(String document) {
        return lookup.document().equals(document) && testimony.against();
    }
}
