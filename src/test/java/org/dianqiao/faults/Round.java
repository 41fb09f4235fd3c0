package org.dianqiao.faults;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The steps in which somebody is held before one kill.
 *
 * @param atOnce many can be held at the same time, each in another
 * @param singleFile taken by one thread for all, so only one of each kind; while the end of a delivery is held, none ends
 */
record Round(List<String> atOnce, List<String> singleFile) {

    private static final List<String> SINGLE_FILE = List.of("UPDATE delivery", "DELETE delivery");

    /** As few as go through the longest single file; all other steps are dealt out to them. */
    static List<Round> of(List<String> steps) {
        List<List<String>> files = SINGLE_FILE.stream()
                .map(first ->
                        steps.stream().filter(step -> step.startsWith(first)).toList())
                .toList();
        List<String> others = steps.stream()
                .filter(step -> SINGLE_FILE.stream().noneMatch(step::startsWith))
                .toList();
        int rounds = files.stream().mapToInt(List::size).max().orElseThrow();
        return IntStream.range(0, rounds)
                .mapToObj(round -> new Round(
                        every(rounds, round, others).toList(),
                        files.stream()
                                .flatMap(file -> every(rounds, round, file))
                                .toList()))
                .toList();
    }

    private static Stream<String> every(int rounds, int round, List<String> steps) {
        return IntStream.range(0, steps.size())
                .filter(place -> place % rounds == round)
                .mapToObj(steps::get);
    }

    List<String> steps() {
        return Stream.concat(atOnce.stream(), singleFile.stream()).toList();
    }
}
