package org.dianqiao.connector.front;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The void rows of one reading of a table, until it is certain what took their place. Of all of them the numbers are kept, of the
 * first ones also what they say: the others are judged at a later reading, when these are done with.
 */
final class Voids {

    static final int MOST_AT_ONCE = 2_000;

    private final Function<Row, String> key;
    private final Map<String, List<Numbered>> numbers = new HashMap<>();
    private final Map<String, Row> said = new LinkedHashMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private long place;

    private record Numbered(String serial, long place) {}

    Voids(Function<Row, String> key) {
        this.key = key;
    }

    /** Rows are numbered as they were put there. */
    void turn(List<Row> page) {
        places.clear();
        for (Row row : page) {
            places.put(row.serial(), ++place);
            if (row.isVoid()) {
                numbers.computeIfAbsent(key.apply(row), each -> new ArrayList<>(1))
                        .add(new Numbered(row.serial(), place));
                if (!row.isBeingReplaced() && said.size() < MOST_AT_ONCE) {
                    said.put(row.serial(), row);
                }
            }
        }
    }

    /** Those before it that it takes the place of. */
    List<Row> replacedBy(Row row) {
        List<Numbered> replaced = before(row);
        same(row).removeAll(replaced);
        return replaced.stream().map(each -> taken(each.serial())).toList();
    }

    /** It may yet take the place of those before it, so nothing is known of them in this reading. */
    void leave(Row row) {
        before(row).forEach(each -> said.remove(each.serial()));
    }

    /** Of this page, those whose successors were not taken before; nothing has taken their place by now. */
    List<Row> open(List<Row> page) {
        return page.stream()
                .filter(row -> row.isVoid() && row.isBeingReplaced())
                .filter(row -> same(row).stream().anyMatch(each -> each.serial().equals(row.serial())))
                .toList();
    }

    private List<Numbered> before(Row row) {
        long here = places.getOrDefault(row.serial(), 0L);
        return same(row).stream().filter(each -> each.place() < here).toList();
    }

    private List<Numbered> same(Row row) {
        return numbers.getOrDefault(key.apply(row), new ArrayList<>(0));
    }

    private Row taken(String serial) {
        return Objects.requireNonNullElseGet(said.remove(serial), () -> Row.numbered(serial));
    }

    List<Row> unreplaced() {
        return List.copyOf(said.values());
    }
}
