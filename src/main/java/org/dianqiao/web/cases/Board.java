package org.dianqiao.web.cases;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The board as one page shows it.
 *
 * @param next where the next page begins, if there is one
 */
public record Board(
        Sought sought,
        Tallies tallies,
        List<Row> rows,
        @Nullable String after,
        @Nullable String next) {

    /**
     * One case.
     *
     * @param owed what is due first; nothing where nobody owes anything
     * @param others how many more are owed
     */
    public record Row(Standing standing, @Nullable Countdown owed, int others) {}

    /** Whether anything has changed can be told from this. */
    public String shown() {
        return Integer.toHexString(Objects.hash(tallies, rows, after, sought, LocaleContextHolder.getLocale()));
    }

    /** How many are open. */
    public long cases() {
        return tallies.of(sought);
    }

    /** How many of those on this page are over: found by their number. */
    public long closed() {
        return rows.stream().filter(row -> !row.standing().open()).count();
    }
}
