package org.dianqiao.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of the newest only: however many strangers come, it takes no more room. */
public final class Newest {

    private Newest() {}

    public static <V> Map<String, V> of(int most) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }
}
