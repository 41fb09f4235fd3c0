package org.dianqiao.casework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A case 案件.
 *
 * @param keeper the partner in whose numbering `number` stands
 * @param utility who connects, where somebody does
 * @param thread what the messages about it bear as `case`
 * @param partOf the number of the application on which it hangs
 * @param state in the words of its conversation
 * @param told what was told of it and became of it; it may hold personal data, so it is sealed where it is kept
 */
public record Casefile(
        String caseNo,
        Kind kind,
        String keeper,
        String number,
        String regionCode,
        @Nullable String utility,
        String thread,
        @Nullable String partOf,
        String state,
        boolean open,
        Instant openedAt,
        ObjectNode told) {

    /** What it is about; the letter begins its number. */
    public enum Kind {
        PERMIT("P", "审批案件", "permit"),
        SUPPLY("S", "用电报装", "supply"),
        RESERVATION("R", "办电预约", "reservation");

        private final String letter;
        private final String zh;
        private final String en;

        Kind(String letter, String zh, String en) {
            this.letter = letter;
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }

        String letter() {
            return letter;
        }

        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Casefile in(String newState, boolean stillOpen) {
        return new Casefile(
                caseNo, kind, keeper, number, regionCode, utility, thread, partOf, newState, stillOpen, openedAt, told);
    }

    Casefile keptBy(String supplier) {
        return new Casefile(
                caseNo, kind, supplier, number, regionCode, supplier, thread, partOf, state, open, openedAt, told);
    }

    public Casefile telling(ObjectNode more) {
        return new Casefile(
                caseNo, kind, keeper, number, regionCode, utility, thread, partOf, state, open, openedAt, more);
    }
}
