package org.dianqiao.connector.front;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.dianqiao.connector.front.Ruling.Say;
import org.springframework.stereotype.Component;

/** Rows that say what whoever put them there may not send. They wait for its partner's file, and hold up no others. */
@Component
class Ungranted {

    private final Map<String, Set<String>> found = new ConcurrentHashMap<>();

    void found(String front, Say say) {
        found.computeIfAbsent(front, first -> new ConcurrentSkipListSet<>())
                .add(say.service() + ", which " + say.by().id() + " may not send");
    }

    /** What they are, since it was asked last. */
    Optional<String> since(String front) {
        return Optional.ofNullable(found.remove(front)).map(kinds -> "rows wait that are " + String.join("; ", kinds));
    }
}
