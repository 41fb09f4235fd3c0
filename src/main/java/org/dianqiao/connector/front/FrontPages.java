package org.dianqiao.connector.front;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows of a table, a page at a time. Of an answer that cannot be read no row is known, so half as many are asked for, down
 * to one; of a row that cannot be read by itself, its number. So those are refused each by itself, and what stands around them
 * gets through.
 */
@Component
class FrontPages {

    private static final String AFTER = "after";
    private static final String MOST = "most";
    private static final String BEFORE_ALL = "-1";

    /** Where their table has no way of asking for it, it is not read on. */
    private static final String NUMBER = "number";

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
                Unread why =
                        Unread.of(e).filter(any -> ways.has(round.way(NUMBER))).orElseThrow(() -> e);
                if (most(message) == 1) {
                    return ways.rows(exchange, round.way(NUMBER)).stream()
                            .map(row -> Row.unread(row, why))
                            .toList();
                }
                message.setHeader(MOST, most(message) / 2);
            }
        }
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
