package org.dianqiao.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the patrol 巡查 over the ledger has come.
 *
 * @param begun when this round began
 * @param next what it rereads next; absent where the round is over
 * @param last the last whole round
 * @param doubt what it has found and what is not mended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Patrol(
        Instant begun,
        @Nullable Piece next,
        @Nullable Round last,
        @Nullable Doubt doubt) {

    /** A small ledger is reread so often; a large one takes longer than that. */
    static final Duration ROUND = Duration.ofMinutes(5);

    /** A whole round, and how many entries were in the tree. */
    public record Round(Instant begun, Instant ended, long entries) {}

    record Doubt(Piece piece, List<Finding> findings) {

        private static final int TOLD = 5;

        @Override
        public String toString() {
            String told = findings.stream().limit(TOLD).map(Finding::toString).collect(Collectors.joining("; "));
            int more = findings.size() - TOLD;
            return more > 0 ? "%s; and %d more like these".formatted(told, more) : told;
        }
    }

    static Patrol begin(Instant now) {
        return new Patrol(now, Piece.FIRST, null, null);
    }

    /** How many entries were reread in this round. */
    public long read() {
        return next != null ? next.firstLeaf() : last == null ? 0 : last.entries;
    }

    public String words() {
        String before = last == null
                ? "no whole round yet"
                : "the last whole round of %d ended at %s".formatted(last.entries, last.ended);
        return "%d entries reread since %s; %s".formatted(read(), begun, before);
    }

    /** The next round, if this one is over and it is time. */
    Patrol beginIfDue(Instant now) {
        return next == null && !now.isBefore(begun.plus(ROUND)) ? new Patrol(now, Piece.FIRST, last, doubt) : this;
    }

    Patrol at(Piece piece) {
        return new Patrol(begun, piece, last, doubt);
    }

    Patrol over(Instant now, long entries) {
        return new Patrol(begun, null, new Round(begun, now, entries), doubt);
    }

    Patrol doubting(@Nullable Doubt what) {
        return new Patrol(begun, next, last, what);
    }
}
