package org.dianqiao.connector.front;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How many rows of a database are read at once. Of an answer that is too large no row is known, so half as many are asked
 * for, down to one: what stands around the large ones gets through, and they are refused each by itself.
 */
@Component
class FrontPages {

    private final Map<String, Integer> smaller = new ConcurrentHashMap<>();
    private final int usual;

    FrontPages(FrontSettings settings) {
        this.usual = settings.rowsAtOnce();
    }

    int rows(String front) {
        return smaller.getOrDefault(front, usual);
    }

    /** Whether fewer can be asked for. */
    boolean halve(String front) {
        int before = rows(front);
        smaller.put(front, Math.max(1, before / 2));
        return before > 1;
    }

    void succeeded(String front) {
        smaller.remove(front);
    }
}
