package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dianqiao.Patience.HANGS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dianqiao.exchange.Arrival.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two questions at once and one in line, for each provider. */
@Timeout(HANGS)
class TurnsTest {

    private static final String REGISTRY = "registry.zhengzhou";

    private final Turns turns = turns(Duration.ofMinutes(20));
    private final List<Boolean> came = new CopyOnWriteArrayList<>();

    @Test
    void comeWhenOneBeforeIsOver() throws InterruptedException {
        Held first = turns.take(REGISTRY).orElseThrow();
        turns.take(REGISTRY).orElseThrow();
        Thread third = inLine();
        first.close();
        third.join();
        assertThat(came).containsExactly(true);
    }

    @Test
    void areNotWaitedForWhereTheLineIsFull() throws InterruptedException {
        Held first = turns.take(REGISTRY).orElseThrow();
        turns.take(REGISTRY).orElseThrow();
        Thread third = inLine();
        assertThat(turns.take(REGISTRY)).isEmpty();
        assertThat(turns.take("registry.jinan")).isPresent();
        assertThat(came).isEmpty();
        first.close();
        third.join();
        assertThat(came).containsExactly(true);
    }

    @Test
    void areWaitedForNoLongerThanIsSet() {
        Turns hurried = turns(Duration.ofMillis(50));
        Held first = hurried.take(REGISTRY).orElseThrow();
        hurried.take(REGISTRY).orElseThrow();
        assertThat(hurried.take(REGISTRY)).isEmpty();
        first.close();
        assertThat(hurried.take(REGISTRY)).isPresent();
    }

    @Test
    void areOverOnceHoweverOftenItIsSaid() {
        Turns hurried = turns(Duration.ZERO);
        Held first = hurried.take(REGISTRY).orElseThrow();
        hurried.take(REGISTRY).orElseThrow();
        first.close();
        first.close();
        assertThat(hurried.take(REGISTRY)).isPresent();
        assertThat(hurried.take(REGISTRY)).isEmpty();
    }

    private Thread inLine() {
        Thread asking = new Thread(() -> came.add(turns.take(REGISTRY).isPresent()));
        asking.start();
        await().until(() -> asking.getState() == Thread.State.TIMED_WAITING);
        return asking;
    }

    private static Turns turns(Duration patience) {
        return new Turns(new AskingSettings(2, 1, patience));
    }
}
