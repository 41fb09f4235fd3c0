package org.dianqiao.connector.list;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianqiao.connector.folder.Found;
import org.jspecify.annotations.Nullable;

/** Whether the files of one folder are written to their end: a mark says so, or size and time have stood still for long enough. */
final class Stillness {

    private record Seen(Found as, Instant since) {}

    private Map<String, Seen> seen = new HashMap<>();

    /** Those lists that may be read, in the order of their names. */
    synchronized List<Found> still(List<Found> found, Instant now, Duration enough) {
        Map<String, Seen> next = new HashMap<>();
        for (Found file : found) {
            Seen before = seen.get(file.name());
            next.put(file.name(), before != null && before.as().equals(file) ? before : new Seen(file, now));
        }
        seen = next;
        Set<String> names = found.stream().map(Found::name).collect(Collectors.toSet());
        return found.stream()
                .filter(file -> new ListName(file.name()).isList())
                .filter(file -> names.contains(new ListName(file.name()).mark())
                        || isStill(next.get(file.name()), now.minus(enough)))
                .sorted(Comparator.comparing(Found::name))
                .toList();
    }

    private static boolean isStill(@Nullable Seen seen, Instant before) {
        return seen != null && !seen.since().isAfter(before);
    }
}
