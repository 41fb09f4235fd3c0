package org.dianqiao.connector.front;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows of a table, a page at a time. Of an answer that is too large no row is known, so half as many are asked for, down to
 * one; of a row that is too large by itself, its number. So the large ones are refused each by itself, and what stands around
 * them gets through.
 */
@Component
class FrontPages {

    private static final String AFTER = "after";
    private static final String MOST = "most";
    private static final String BEFORE_ALL = "-1";

    private final FrontWays ways;

    FrontPages(FrontWays ways) {
        this.ways = ways;
    }

    void begin(Message message, Round round) {
        message.setHeader(AFTER, BEFORE_ALL);
        message.setHeader(MOST, round.most());
    }

    /** The page behind the last one. */
    List<Map<String, @Nullable Object>> next(Exchange exchange, Round round) {
        Message message = exchange.getMessage();
        while (true) {
            try {
                return ways.rows(exchange, round.way("find"));
            } catch (RuntimeException e) {
                if (!BoundedSockets.isTooLarge(e)) {
                    throw e;
                }
                if (most(message) == 1) {
                    return numbered(exchange, round, e);
                }
                message.setHeader(MOST, most(message) / 2);
            }
        }
    }

    /** Where their table has no way of asking for it, it is not read on. */
    private List<Map<String, @Nullable Object>> numbered(Exchange exchange, Round round, RuntimeException tooLarge) {
        String way = round.way("large");
        if (!ways.has(way)) {
            throw tooLarge;
        }
        return ways.rows(exchange, way);
    }

    boolean isLast(Message message, int found) {
        return found < most(message);
    }

    /** After a page that came, twice as many are asked for, up to the usual. */
    void turn(Message message, Round round, Row last) {
        message.setHeader(AFTER, last.serial());
        message.setHeader(MOST, Math.min(round.most(), 2 * most(message)));
    }

    private static int most(Message message) {
        return message.getHeader(MOST, Integer.class);
    }
}
