package org.dianqiao.connector.front;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dianqiao.delivery.Node;
import org.springframework.stereotype.Component;

/** Of several nodes one reads a database. If it dies another does a little later; if it comes back, it goes on at once. */
@Component
class FrontTurns {

    private static final Duration UNTIL_BELIEVED_DEAD = Duration.ofMinutes(5);

    private final FrontStore store;
    private final Node node;
    private final Clock clock;

    FrontTurns(FrontStore store, Node node, Clock clock) {
        this.store = store;
        this.node = node;
        this.clock = clock;
    }

    boolean isOurs(String front) {
        Instant now = clock.instant();
        return store.isTurnOf(node.id(), front, now, now.plus(UNTIL_BELIEVED_DEAD));
    }

    void extend(String front) {
        if (!isOurs(front)) {
            throw new IllegalStateException("another node reads " + front + " since, for we took too long");
        }
    }
}
