package org.dianqiao.connector.list;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.connector.Answered;
import org.dianqiao.connector.Dialects;
import org.dianqiao.connector.Edge;
import org.dianqiao.connector.Translated;
import org.dianqiao.connector.list.Fate.Outcome;
import org.dianqiao.connector.table.Table.Row;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.dianqiao.trust.Sm3;
import org.dianqiao.vault.Digests;
import org.springframework.stereotype.Component;

/**
 * Tells the exchange what stands in a list, each row in a message of its own.
 *
 * <p>A list comes every month and holds most of what the last one held. What is as it was before is not told again; a
 * file that was dealt with to its end changes nothing, however often it is left and whatever came since. What was told
 * just before a crash, and is not yet noted here, has the same words and so the same id: it is a repeat. What is refused
 * because of the list and not of its row is told once for each list, so that it can be proven what was left.
 */
@Component
class Tellings {

    private static final int AT_A_TIME = 500;
    private static final int MOST_ATTEMPTS = 30;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Set<Integer> FOR_NOW = Set.of(Code.THROTTLED.status(), Code.UNAVAILABLE.status());

    private final Dialects dialects;
    private final Edge edge;
    private final ListedStore store;
    private final Digests digests;
    private final Pens pens;
    private final Clock clock;

    Tellings(Dialects dialects, Edge edge, ListedStore store, Digests digests, Pens pens, Clock clock) {
        this.dialects = dialects;
        this.edge = edge;
        this.store = store;
        this.digests = digests;
        this.pens = pens;
        this.clock = clock;
    }

    /** What is known of a list while its rows are told. `first`: in which row each project stands first. */
    private record Course(Listing listing, String service, boolean repeated, Map<String, Integer> first) {}

    Told tell(Listing listing, String service) {
        boolean repeated = store.isAnswered(
                listing.left().partner().id(), Sm3.of(listing.left().content()));
        if (listing.unread().isPresent() && !repeated) {
            answered(listing.refused(listing.unread().get()), "a list", service);
        }
        Course course = new Course(listing, service, repeated, new HashMap<>());
        List<Fate> fates = new ArrayList<>();
        for (int from = 0; from < listing.rows().size(); from += AT_A_TIME) {
            int to = Math.min(from + AT_A_TIME, listing.rows().size());
            fates.addAll(tell(course, listing.rows().subList(from, to)));
        }
        return new Told(listing, List.copyOf(fates));
    }

    private List<Fate> tell(Course course, List<Row> some) {
        List<ListedRow> rows = some.stream()
                .map(row -> ListedRow.of(course.listing(), row, dialects))
                .toList();
        Set<String> codes = rows.stream().map(ListedRow::projectCode).collect(Collectors.toSet());
        Map<String, List<String>> before =
                store.before(course.listing().left().partner().id(), codes);
        List<Callable<Fate>> works = new ArrayList<>();
        for (ListedRow row : rows) {
            int first = row.projectCode().isEmpty()
                    ? row.row().number()
                    : course.first().computeIfAbsent(row.projectCode(), code -> row.row()
                            .number());
            works.add(
                    first == row.row().number()
                            ? () -> tell(course, row, before.getOrDefault(row.projectCode(), List.of()))
                            : () -> twice(course, row, first));
        }
        return pens.all(works);
    }

    private Fate twice(Course course, ListedRow row, int first) {
        String sentence = "项目代码与第 " + first + " 行重复，以第 " + first + " 行为准";
        if (!course.repeated()) {
            MappingFault twice = MappingFault.at("/projectCode", sentence, "it stands in row " + first + " already");
            answered(row.refused(twice), row.place(), course.service());
        }
        return row.fate(Outcome.REFUSED, sentence + "。");
    }

    private Fate tell(Course course, ListedRow row, List<String> before) {
        String digest = HexFormat.of().formatHex(digests.of("listed\n" + row.content()));
        boolean known = course.repeated()
                ? before.contains(digest)
                : !before.isEmpty() && before.get(before.size() - 1).equals(digest);
        if (known) {
            return row.fate(Outcome.UNCHANGED, "与先前所报相同，未作改动。");
        }
        int revision = before.size() + 1;
        Answered answered = answered(row.said(revision), row.place(), course.service());
        if (answered.status() >= 300) {
            return row.fate(
                    Outcome.REFUSED, Verdicts.refusal(answered, course.listing().columns()));
        }
        store.keep(course.listing().left().partner().id(), row.projectCode(), revision, digest, clock.instant());
        return revision == 1 ? row.fate(Outcome.TAKEN, "已登记为线索。") : row.fate(Outcome.CHANGED, "与先前所报不同，已更新线索。");
    }

    private Answered answered(Translated said, String what, String service) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Answered answered = attempt(said, what, service);
            if (!FOR_NOW.contains(answered.status())) {
                return answered;
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        throw new NotNow(what + " was not taken for now");
    }

    private Answered attempt(Translated said, String what, String service) {
        try {
            return edge.attest(said, service);
        } catch (Refused forNow) {
            throw new NotNow(what + " was not answered: " + forNow.code().word());
        }
    }
}
