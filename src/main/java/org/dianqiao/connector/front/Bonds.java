package org.dianqiao.connector.front;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What belongs together because something third belongs to both. */
final class Bonds {

    private final Map<String, String> towards = new HashMap<>();

    void tie(List<String> together) {
        together.forEach(each -> towards.put(of(each), of(together.get(0))));
    }

    /** The same for all that belong together. */
    String of(String one) {
        String next = towards.getOrDefault(one, one);
        if (next.equals(one)) {
            return one;
        }
        String end = of(next);
        towards.put(one, end);
        return end;
    }
}
