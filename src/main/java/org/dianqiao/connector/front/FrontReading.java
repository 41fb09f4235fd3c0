package org.dianqiao.connector.front;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.dianqiao.connector.front.Ruling.First;
import org.dianqiao.connector.front.Ruling.Pass;
import org.dianqiao.connector.front.Ruling.Say;
import org.dianqiao.connector.front.Ruling.Stay;
import org.dianqiao.connector.front.Ruling.Wait;
import org.dianqiao.connector.front.Verdict.State;
import org.springframework.stereotype.Component;

/**
 * Takes rows of a front-end database.
 *
 * <p>The danger is the moment between our commit and their column that says so: whoever is killed there finds the row
 * again as new. So a row is the same message however often it is read, what is known of it is kept after it is in the
 * ledger, and its own table is told last.
 */
@Component
class FrontReading {

    private final FrontSayings sayings;
    private final FrontStore store;
    private final Lanes lanes;
    private final Clock clock;

    FrontReading(FrontSayings sayings, FrontStore store, Clock clock) {
        this.sayings = sayings;
        this.store = store;
        this.clock = clock;
        this.lanes = new Lanes();
    }

    /** In the order in which their states are to be written back. */
    List<Verdict> take(Round round, List<Row> rows, boolean last) {
        List<Row> page = rows.stream().filter(row -> row.unusable().isEmpty()).toList();
        round.voids().turn(page);
        List<Row> valid = page.stream().filter(row -> !row.isVoid()).toList();
        List<Verdict> verdicts = new ArrayList<>(unusable(round, rows));
        for (Verdict verdict : judge(round, valid, round.rules()::valid)) {
            verdicts.addAll(replaced(round, verdict));
            verdicts.add(verdict);
        }
        verdicts.addAll(judge(round, round.voids().open(page), round.rules()::taken));
        if (last) {
            verdicts.addAll(judge(round, round.voids().unreplaced(), round.rules()::taken));
        }
        return verdicts;
    }

    private List<Verdict> replaced(Round round, Verdict successor) {
        if (successor.state() != State.TAKEN) {
            round.voids().leave(successor.row());
            return List.of();
        }
        List<Row> replaced = round.voids().replacedBy(successor.row());
        if (!replaced.isEmpty()) {
            store.goOn(round.front().id(), round.table(), serials(replaced));
        }
        return replaced.stream().map(row -> passed(row, Pass.replaced())).toList();
    }

    private List<Verdict> unusable(Round round, List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.unusable().stream()
                        .map(fault ->
                                sayings.say(round, row, round.rules().bare().faulty(fault))))
                .toList();
    }

    private List<Verdict> judge(Round round, List<Row> rows, BiFunction<Row, Known, Ruling> rules) {
        if (rows.isEmpty()) {
            return List.of();
        }
        String front = round.front().id();
        Known known = Known.of(rows, store, front);
        Map<String, Instant> waiting = store.waiting(front, round.table(), serials(rows));
        Map<Row, Verdict> verdicts = new ConcurrentHashMap<>();
        lanes.each(
                groups(round, rows),
                row -> verdicts.put(row, once(judge(round, row, rules.apply(row, known), waiting), waiting)));
        keep(round, known, waiting.keySet(), verdicts.values());
        return rows.stream().map(verdicts::get).toList();
    }

    private static Collection<List<Row>> groups(Round round, List<Row> rows) {
        Bonds bonds = new Bonds();
        rows.forEach(row -> bonds.tie(round.rules().bonds(row)));
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> bonds.of(round.rules().bonds(row).get(0)), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private Verdict judge(Round round, Row row, Ruling ruling, Map<String, Instant> waiting) {
        if (row.garbled().isPresent()) {
            return sayings.say(
                    round, row, round.rules().bare().faulty(row.garbled().get()));
        }
        if (ruling instanceof Say say) {
            return sayings.say(round, row, say);
        }
        if (ruling instanceof First first) {
            Verdict verdict = sayings.say(round, row, first.say());
            return verdict.state() == State.TAKEN ? judge(round, row, first.then(), waiting) : verdict;
        }
        if (ruling instanceof Pass pass) {
            return passed(row, pass);
        }
        if (ruling instanceof Stay stay) {
            return new Verdict(row, State.STAYS, stay.reason());
        }
        Wait wait = (Wait) ruling;
        Optional<Instant> since = Optional.ofNullable(waiting.get(row.serial()));
        return since.filter(begun -> isOver(begun, wait.atMost())).isPresent()
                ? judge(round, row, wait.afterwards(), waiting)
                : new Verdict(row, State.WAITS, wait.reason());
    }

    private static Verdict passed(Row row, Pass pass) {
        pass.said().run();
        return new Verdict(row, State.TAKEN, pass.remark());
    }

    /** For what a row waits is told once. */
    private static Verdict once(Verdict verdict, Map<String, Instant> waiting) {
        boolean told = !verdict.isSettled() && waiting.containsKey(verdict.row().serial());
        return told ? new Verdict(verdict.row(), verdict.state(), null) : verdict;
    }

    private boolean isOver(Instant since, Duration atMost) {
        return !since.plus(atMost).isAfter(clock.instant());
    }

    private void keep(Round round, Known known, Set<String> waited, Collection<Verdict> verdicts) {
        String front = round.front().id();
        store.keepProjects(front, known.newProjects());
        store.keepItems(front, known.newItems());
        if (!known.resumed().isEmpty()) {
            store.resumed(front, known.resumed());
        }
        store.wait(front, round.table(), of(verdicts, State.WAITS), clock.instant());
        if (verdicts.stream().anyMatch(verdict -> verdict.state() == State.STAYS)) {
            store.waitAnew(front, round.table(), of(verdicts, State.STAYS), clock.instant());
        }
        if (!waited.isEmpty()) {
            store.goOn(front, round.table(), of(verdicts, State.TAKEN, State.FAILED));
        }
    }

    private static List<String> of(Collection<Verdict> verdicts, State... states) {
        return serials(verdicts.stream()
                .filter(verdict -> List.of(states).contains(verdict.state()))
                .map(Verdict::row)
                .toList());
    }

    private static List<String> serials(Collection<Row> rows) {
        return rows.stream().map(Row::serial).toList();
    }
}
