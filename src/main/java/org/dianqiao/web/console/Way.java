package org.dianqiao.web.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of a message over the bridge: what came in, and what went out because of it. */
public record Way(@Nullable Row in, List<Row> out) {

    /** `timeline`: all of the case, the oldest first. What comes after a message and before the next is its effect. */
    static Way of(Row row, List<Row> timeline) {
        Row in = row.incoming() ? row : before(row, timeline);
        if (in == null) {
            return new Way(null, List.of(row));
        }
        List<Row> out = timeline.stream()
                .dropWhile(each -> each.id().compareTo(in.id()) <= 0)
                .takeWhile(each -> !each.incoming())
                .toList();
        return new Way(in, out);
    }

    private static @Nullable Row before(Row row, List<Row> timeline) {
        return timeline.stream()
                .takeWhile(each -> !each.id().equals(row.id()))
                .filter(Row::incoming)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
