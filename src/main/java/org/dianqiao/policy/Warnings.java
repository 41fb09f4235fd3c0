package org.dianqiao.policy;

import java.util.List;
import java.util.Locale;
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
        DEPARTMENT("审批部门的期限", "the departments' periods");

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
        BLUE("蓝色", "blue"),
        ORANGE("橙色", "orange"),
        YELLOW("黄色", "yellow"),
        RED("红色", "red");

        private final Wording title;

        Colour(String zh, String en) {
            title = new Wording(zh, en);
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
