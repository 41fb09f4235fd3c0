package org.dianqiao.connector.front;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How front-end databases are read.
 *
 * @param interval how often
 * @param rowsAtOnce how many rows of a table are worked on before their state is written back
 * @param successor how long a void row waits for the one that puts it right, and a decision for its document
 * @param parent how long a row waits for the project or item that it belongs to
 * @param timeout how long one statement may take
 * @param states what is written into `sjsczt`
 * @param longestReason of what is written into `sbyy`, in characters
 */
@ConfigurationProperties("dianqiao.front")
public record FrontSettings(
        @DefaultValue("1m") Duration interval,
        @DefaultValue("500") int rowsAtOnce,
        @DefaultValue("10m") Duration successor,
        @DefaultValue("24h") Duration parent,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue States states,
        @DefaultValue("200") int longestReason) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** The standard says 0 and -1; what a row is that was taken is the province's choice. */
    public record States(
            @DefaultValue("0") String fresh,
            @DefaultValue("1") String taken,
            @DefaultValue("-1") String failed) {

        private boolean differ() {
            return new HashSet<>(List.of(fresh, taken, failed)).size() == 3;
        }
    }

    public FrontSettings {
        require(
                interval.compareTo(SHORTEST) >= 0 && interval.compareTo(LONGEST) <= 0,
                "interval must be from a second to five minutes");
        require(rowsAtOnce >= 1 && rowsAtOnce <= 2000, "rows-at-once must be from 1 to 2000");
        require(timeout.compareTo(SHORTEST) >= 0, "timeout must be a second or longer");
        require(!successor.isNegative(), "successor must not be negative");
        require(!parent.isNegative(), "parent must not be negative");
        require(states.differ(), "states must differ from each other");
        require(longestReason >= 20 && longestReason <= 4000, "longest-reason must be from 20 to 4000");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("dianqiao.front." + otherwise);
        }
    }

    /** As long as a column of theirs that nobody knows may take it. */
    String reason(String text) {
        return text.length() <= longestReason ? text : text.substring(0, longestReason - 1) + "…";
    }
}
