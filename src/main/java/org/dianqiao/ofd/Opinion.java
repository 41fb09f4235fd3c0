package org.dianqiao.ofd;

import java.util.List;
import java.util.Locale;

/**
 * What was found about a file.
 *
 * @param why in a sentence for an operator; empty where all is well
 * @param described what the document says of itself: its title, its subject, and whatever else its maker put there
 */
public record Opinion(Seal seal, String why, List<String> described) {

    static final Opinion VALID = new Opinion(Seal.VALID, "");

    Opinion(Seal seal, String why) {
        this(seal, why, List.of());
    }

    /** From the best to the worst. */
    public enum Seal {

        /** Nothing in it was changed since it was sealed, by somebody who might. */
        VALID,

        /** Nothing was changed, but who sealed it, or when, is nobody that we believe. */
        UNTRUSTED,

        /** Sealed in a way that we do not read. */
        UNKNOWN_VERSION,

        /** Nobody has sealed it. */
        NONE,

        /** It is not what was sealed. */
        TAMPERED,

        /** It is no document at all. */
        NOT_OFD;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether its signature and its seal hold, whoever made them. */
        boolean holds() {
            return compareTo(UNTRUSTED) <= 0;
        }

        /** What may be handed on to somebody who is told which of these it is. */
        public boolean presentable() {
            return compareTo(TAMPERED) < 0;
        }
    }

    Opinion describing(List<String> texts) {
        return new Opinion(seal, why, texts);
    }

    Opinion worse(Opinion other) {
        return seal.compareTo(other.seal) >= 0 ? this : other;
    }
}
