package org.dianqiao.web.cases;

import java.util.List;
import org.dianqiao.casework.Casefile.Kind;
import org.jspecify.annotations.Nullable;

/** How many open cases there are of each colour and kind. */
public record Tallies(List<Tally> all) {

    record Tally(int rank, String kind, long cases) {}

    /** Of one colour, of the kind that is sought. */
    public long of(String colour, @Nullable String kind) {
        int rank = new Sought(null, colour, null, null, null).rank();
        return sum(rank, kind);
    }

    /** Of one kind, of the colour that is sought. */
    public long of(Kind kind, Sought sought) {
        return sum(sought.rank(), kind.written());
    }

    public long of(Sought sought) {
        return sum(sought.rank(), sought.kind());
    }

    private long sum(int rank, @Nullable String kind) {
        return all.stream()
                .filter(each -> rank < 0 || each.rank() == rank)
                .filter(each -> kind == null || each.kind().equals(kind))
                .mapToLong(Tally::cases)
                .sum();
    }
}
