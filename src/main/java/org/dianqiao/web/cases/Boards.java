package org.dianqiao.web.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dianqiao.casework.Deadline;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.casework.Timings;
import org.dianqiao.codes.CodeTable;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.codes.Region;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the board together. */
@Component
class Boards {

    private static final int ROWS = 50;
    private static final String COUNTRY = "000000";
    private static final Board NONE =
            new Board(new Sought(null, null, null, null, null), new Tallies(List.of()), List.of(), null, null);

    private final BoardStore store;
    private final Deadlines deadlines;
    private final Timings timings;
    private final Watched<CodeTables> tables;
    private final Watched<Partners> partners;
    private final Clock clock;

    Boards(
            BoardStore store,
            Deadlines deadlines,
            Timings timings,
            Watched<CodeTables> tables,
            Watched<Partners> partners,
            Clock clock) {
        this.store = store;
        this.deadlines = deadlines;
        this.timings = timings;
        this.tables = tables;
        this.partners = partners;
        this.clock = clock;
    }

    Board of(Sought asked, @Nullable PageEnd after) {
        Sought sought = named(asked);
        if (sought.region() != null && sought.division().isEmpty()) {
            return new Board(asked, NONE.tallies(), NONE.rows(), null, null);
        }
        List<Standing> found = store.page(sought, after, ROWS + 1);
        List<Standing> shown = found.subList(0, Math.min(ROWS, found.size()));
        String next = found.size() > ROWS ? shown.get(ROWS - 1).pageEnd().written() : null;
        return new Board(asked, store.tallies(sought), rows(shown), after == null ? null : after.written(), next);
    }

    /**
     * Reads what every board is read from, so that nobody else waits for the disk. The cases of the country are all cases,
     * found by another statement than those of a board without conditions: that one is planned when somebody asks for
     * it, for as many cases as there are then.
     */
    void readAhead() {
        of(new Sought(null, null, null, null, COUNTRY), null);
        divisions();
    }

    /** The divisions for which somebody acts, down to the cities; a county's code can be entered all the same. */
    List<CodeTable.Row> divisions() {
        Collection<Partner> acting = partners.current().all();
        return tables.current().divisions().all().stream()
                .filter(row -> Region.of(row.code()).depth() == 2
                        || Region.of(row.code()).depth() == 1)
                .filter(row -> acting.stream()
                        .anyMatch(partner -> partner.region().depth() > 0
                                && (partner.actsFor(row.code())
                                        || Region.of(row.code())
                                                .covers(partner.region().text()))))
                .toList();
    }

    /** A division may be sought by its name. */
    private Sought named(Sought asked) {
        String region = asked.region();
        if (region == null) {
            return asked;
        }
        String code =
                tables.current().divisions().meant(region).map(Region::text).orElse(region);
        return new Sought(asked.number(), asked.colour(), asked.kind(), asked.partner(), code);
    }

    private List<Board.Row> rows(List<Standing> shown) {
        Map<String, List<Deadline>> owed =
                deadlines.owed(shown.stream().map(Standing::caseNo).toList());
        Instant now = clock.instant();
        return shown.stream()
                .map(each -> row(each, owed.getOrDefault(each.caseNo(), List.of()), now))
                .toList();
    }

    private Board.Row row(Standing standing, List<Deadline> owed, Instant now) {
        if (owed.isEmpty()) {
            return new Board.Row(standing, null, 0);
        }
        Countdown first = Countdown.of(owed.get(0), timings.days(standing.regionCode()), now);
        return new Board.Row(standing, first, owed.size() - 1);
    }
}
