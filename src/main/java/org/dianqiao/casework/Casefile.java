package org.dianqiao.casework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.dianqiao.exchange.Refused;
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
 * @param erasedAt since when what was told is gone, because the time for which it is kept was over
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
        ObjectNode told,
        @Nullable Instant erasedAt) {

    /** What it is about; the letter begins its number. */
    public enum Kind {
        PERMIT(
                "P",
                "审批案件",
                "Permit",
                "permit.filed",
                "permit.decided",
                "permit.supplemented",
                "permit.withdrawn",
                "works.completed"),
        SUPPLY("S", "用电报装", "Supply", "supply.applied", "progress.reported"),
        RESERVATION("R", "办电预约", "Reservation", "reservation.made", "reservation.dispatched", "reservation.contacted"),
        LEAD(
                "L",
                "线索",
                "Lead",
                "project.code-assigned",
                "project.updated",
                "project.withdrawn",
                "enterprise.registered",
                "land.transferred",
                "lead.answered");

        private final String letter;
        private final String zh;
        private final String en;
        private final List<String> services;

        Kind(String letter, String zh, String en, String... services) {
            this.letter = letter;
            this.zh = zh;
            this.en = en;
            this.services = List.of(services);
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

        /** By which something is told of it. */
        public List<String> services() {
            return services;
        }

        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Nobody could see any more whether what is told now agrees with what was told before. */
    public Casefile requireKept(String pointer) {
        if (erasedAt != null) {
            throw Refused.violating(pointer, "案件 " + caseNo + " 早已办结，其内容已按保存期限清除，不能再报送；新的事项请用新的编号");
        }
        return this;
    }

    public Casefile in(String newState, boolean stillOpen) {
        return with(keeper, utility, newState, stillOpen, told);
    }

    public Casefile lying(String otherRegion, @Nullable String itsUtility) {
        return new Casefile(
                caseNo,
                kind,
                keeper,
                number,
                otherRegion,
                itsUtility,
                thread,
                partOf,
                state,
                open,
                openedAt,
                told,
                erasedAt);
    }

    Casefile keptBy(String supplier) {
        return with(supplier, supplier, state, open, told);
    }

    public Casefile telling(ObjectNode more) {
        return with(keeper, utility, state, open, more);
    }

    private Casefile with(
            String itsKeeper, @Nullable String itsUtility, String newState, boolean stillOpen, ObjectNode more) {
        return new Casefile(
                caseNo,
                kind,
                itsKeeper,
                number,
                regionCode,
                itsUtility,
                thread,
                partOf,
                newState,
                stillOpen,
                openedAt,
                more,
                erasedAt);
    }
}
