package org.dianqiao.web.console;

import java.util.List;

/**
 * The hour in numbers.
 *
 * @param waiting deliveries that are still to be made
 * @param dead open dead letters
 * @param received per minute, the oldest first; so too the next two
 */
public record Numbers(Tally hour, long waiting, long dead, Sparkline received, Sparkline delivered, Sparkline refused) {

    static Numbers of(List<Tally> minutes, long waiting, long dead) {
        return new Numbers(
                minutes.stream().reduce(Tally.NONE, Tally::plus),
                waiting,
                dead,
                Sparkline.of(minutes.stream().map(Tally::received).toList()),
                Sparkline.of(minutes.stream().map(Tally::delivered).toList()),
                Sparkline.of(minutes.stream().map(Tally::refused).toList()));
    }
}
