package org.dianqiao.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of every pack, the template for a new city among them: no two rules of equal rank meet, everything is answered, and
 * what is not known makes nothing lighter. Found by trying all works between which the rules can tell.
 */
class PacksLeaveNoGapTest {

    private static final List<LocalDate> DAYS = Stream.of("2019-01-01", "2020-10-01", "2022-03-01", "2026-11-20")
            .map(LocalDate::parse)
            .toList();

    @TempDir
    private static Path folder;

    private static Policies packs = Given.PACKS;

    @BeforeAll
    static void addTheTemplate() throws IOException {
        Given.copy(folder);
        Files.move(folder.resolve("new-city.yaml.example"), folder.resolve("zhengzhou.yaml"));
        packs = Policies.read(folder);
    }

    @Test
    void triesThemAll() {
        assertThat(packs.ids())
                .containsExactlyInAnyOrder(
                        "national", "henan", "huangshan", "shandong", "jilin-local-power", "zhengzhou");
    }

    @ParameterizedTest
    @ValueSource(strings = {"national", "henan", "huangshan", "shandong", "jilin-local-power", "zhengzhou"})
    void noTwoRulesOfEqualRankMeet(String id) {
        for (Pack pack : packs.versions(id)) {
            ranks(pack).forEach(rules -> Cells.of(rules).forEach(facts -> {
                List<Rule<?>> met =
                        rules.stream().filter(rule -> Cells.hold(facts, rule)).toList();
                assertThat(pairs(met).filter(pair -> shareADay(pair.get(0), pair.get(1))))
                        .isEmpty();
            }));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"national", "henan", "huangshan", "shandong", "jilin-local-power", "zhengzhou"})
    void allWorksHaveAPath(String id) {
        for (LocalDate day : DAYS) {
            Book book = book(id, day);
            Cells.of(paths(book, day))
                    .forEach(facts -> assertThat(path(book, facts, day).rule())
                            .as("%s %s %s", id, day, facts)
                            .isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"national", "henan", "huangshan", "shandong", "jilin-local-power", "zhengzhou"})
    void whatIsNotKnownIsNamedAndMakesNothingLighter(String id) {
        for (LocalDate day : DAYS) {
            Book book = book(id, day);
            Cells cells = Cells.withoutPairs(paths(book, day));
            cells.facts()
                    .forEach(unknown -> cells.forEachWithout(unknown, facts -> {
                        Found<Permit> found = path(book, facts, day);
                        assertThat(found.missing()).isEqualTo(found.rule().isPresent() ? List.of() : List.of(unknown));
                        found.rule().ifPresent(rule -> assertThat(cells.each(facts, unknown))
                                .allMatch(known -> weight(path(book, known, day)) <= weight(rule)));
                    }));
        }
    }

    /** The reading of packs refuses those that contradict each other: here it is seen to be right of every two. */
    @Test
    void rulesContradictEachOtherWhereTheyMeet() {
        List<Rule<?>> rules = packs.ids().stream()
                .flatMap(id -> packs.versions(id).stream())
                .flatMap(pack -> pack.rules().stream())
                .collect(Collectors.toList());
        List<Boolean> seen = new ArrayList<>();
        pairs(rules).filter(pair -> sameKind(pair.get(0), pair.get(1))).forEach(pair -> {
            Rule<?> one = pair.get(0);
            Rule<?> other = pair.get(1);
            boolean meet = Cells.of(pair).any(facts -> Cells.hold(facts, one) && Cells.hold(facts, other));
            assertThat(one.when().overlaps(other.when()))
                    .as("%s %s", one, other)
                    .isEqualTo(meet);
            assertThat(one.contradicts(other))
                    .as("%s %s", one, other)
                    .isEqualTo(other.contradicts(one))
                    .isEqualTo(meet && rank(one).equals(rank(other)) && shareADay(one, other));
            seen.add(meet);
        });
        assertThat(seen).hasSizeGreaterThan(500).contains(true, false);
    }

    private static Book book(String id, LocalDate day) {
        return packs.of(packs.versions(id).get(0).regions().get(0).text(), day).orElseThrow();
    }

    private static List<Rule<Permit>> paths(Book book, LocalDate day) {
        return book.rules(Permit.class).stream()
                .filter(rule -> rule.covers(day))
                .toList();
    }

    private static Found<Permit> path(Book book, Facts facts, LocalDate day) {
        return book.find(Permit.class, "", facts, day);
    }

    private static int weight(Found<Permit> found) {
        return weight(found.rule().orElseThrow());
    }

    private static int weight(Rule<Permit> rule) {
        return rule.outcome().step().path().ordinal();
    }

    private static boolean sameKind(Rule<?> one, Rule<?> other) {
        return one.outcome().getClass() == other.outcome().getClass();
    }

    private static Collection<List<Rule<?>>> ranks(Pack pack) {
        return pack.rules().stream()
                .collect(Collectors.<Rule<?>, List<Object>>groupingBy(PacksLeaveNoGapTest::rank))
                .values();
    }

    private static List<Object> rank(Rule<?> rule) {
        Outcome outcome = rule.outcome();
        return List.of(outcome.getClass(), outcome.about(), outcome instanceof Permit permit ? permit.step() : "");
    }

    private static Stream<List<Rule<?>>> pairs(List<Rule<?>> rules) {
        return Stream.iterate(0, i -> i < rules.size(), i -> i + 1)
                .flatMap(i -> rules.subList(0, i).stream().map(other -> List.of(rules.get(i), other)));
    }

    private static boolean shareADay(Rule<?> one, Rule<?> other) {
        return Stream.of(one.effective().from(), other.effective().from())
                .anyMatch(day -> isInForce(one.effective(), day) && isInForce(other.effective(), day));
    }

    private static boolean isInForce(Effective effective, LocalDate day) {
        boolean over = effective.to() != null && day.isAfter(effective.to()) && !effective.continued();
        return !over && !day.isBefore(effective.from());
    }
}
