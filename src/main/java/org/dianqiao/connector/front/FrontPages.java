package org.dianqiao.connector.front;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How many rows of a database are read at once. Of an answer that is too large no row is known, so the next reading asks for
 * half as many: what stands around the large ones gets through, and they are refused each by itself.
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

    void tooLarge(String front) {
        smaller.merge(front, half(usual), (now, first) -> half(now));
    }

    void succeeded(String front) {
        smaller.remove(front);
    }

    private static int half(int rows) {
        return Math.max(1, rows / 2);
    }
}
