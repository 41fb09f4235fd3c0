package org.dianqiao.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dianqiao.calendar.Limit;
import org.jspecify.annotations.Nullable;

/**
 * At which part of a period who is told 分级预警.
 *
 * @param of whose periods
 */
public record Warnings(Side of, List<Warning> each) implements Outcome {

    /** Whose time it is. */
    public enum Side {
        UTILITY("供电企业的期限", "the utility's periods"),
        DEPARTMENT("审批部门的期限", "the departments' periods"),
        LEAD("线索的期限", "the periods of leads");

        private final Wording title;

        Side(String zh, String en) {
            title = new Wording(zh, en);
        }

        public Wording title() {
            return title;
        }

        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The colours, mildest first. */
    public enum Colour {
        BLUE(1, "蓝色", "blue"),
        ORANGE(2, "橙色", "orange"),
        YELLOW(3, "黄色", "yellow"),
        RED(4, "红色", "red");

        private final int rank;
        private final Wording title;

        Colour(int rank, String zh, String en) {
            this.rank = rank;
            title = new Wording(zh, en);
        }

        /** 1 for the mildest to 4 for the strongest; 0 is left for none. */
        public int rank() {
            return rank;
        }

        /** Nothing for 0. */
        public static Optional<Colour> ranked(int rank) {
            return Arrays.stream(values()).filter(colour -> colour.rank == rank).findFirst();
        }

        public Wording title() {
            return title;
        }

        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One colour.
     *
     * @param percent of the period that has gone by; over 100 it is overdue
     * @param overdue not before this much over the limit, whatever the percentage; the later counts
     * @param told who is told
     */
    public record Warning(
            Colour colour, int percent, @Nullable Limit overdue, List<Term> told) {}

    @Override
    public String about() {
        return of.written();
    }
}
