package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class RoundsTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<Integer>> rounds = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void doesOneThingAloneAndAtOnce() {
        assertThat(new Rounds<>(this::doubled).join(21)).isEqualTo(42);
        assertThat(rounds).containsExactly(List.of(21));
    }

    @Test
    void doesTogetherWhatComesWhileARoundIsUnderWay() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        Rounds<Integer, Integer> work = new Rounds<>(things -> {
            if (begun.incrementAndGet() == 1) {
                waitFor(goOn);
            }
            return doubled(things);
        });
        List<Future<Integer>> all = new ArrayList<>(List.of(threads.submit(() -> work.join(0))));
        await().until(() -> begun.get() == 1);
        List<Thread> waiting = new CopyOnWriteArrayList<>();
        for (int i = 1; i <= 10; i++) {
            int thing = i;
            all.add(threads.submit(() -> joined(work, thing, waiting)));
        }
        await().until(() -> allWait(waiting, 10));
        goOn.countDown();

        for (int i = 0; i <= 10; i++) {
            assertThat(all.get(i).get()).isEqualTo(2 * i);
        }
        assertThat(rounds).hasSize(2);
        assertThat(rounds.get(1)).hasSize(10);
    }

    @Test
    void letsOneThatCannotBeDoneNotSpoilTheOthers() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        Rounds<Integer, Integer> work = new Rounds<>(things -> {
            if (begun.incrementAndGet() == 1) {
                waitFor(goOn);
            }
            if (things.contains(3)) {
                throw new DataIntegrityViolationException("three");
            }
            return doubled(things);
        });
        Future<Integer> first = threads.submit(() -> work.join(0));
        await().until(() -> begun.get() == 1);
        List<Thread> waiting = new CopyOnWriteArrayList<>();
        Future<Integer> bad = threads.submit(() -> joined(work, 3, waiting));
        Future<Integer> good = threads.submit(() -> joined(work, 4, waiting));
        await().until(() -> allWait(waiting, 2));
        goOn.countDown();

        assertThat(first.get()).isZero();
        assertThat(good.get()).isEqualTo(8);
        assertThatThrownBy(bad::get).hasRootCauseInstanceOf(DataIntegrityViolationException.class);
    }

    /** Also of what no program should catch: whoever waits must not wait for ever. */
    @Test
    void tellsEverybodyOfARoundThatItFailed() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        Rounds<Integer, Integer> work = new Rounds<>(things -> {
            if (begun.incrementAndGet() == 1) {
                waitFor(goOn);
                return doubled(things);
            }
            throw new OutOfMemoryError("nothing left");
        });
        Future<Integer> first = threads.submit(() -> work.join(0));
        await().until(() -> begun.get() == 1);
        List<Thread> waiting = new CopyOnWriteArrayList<>();
        List<Future<Integer>> others = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            int thing = i;
            others.add(threads.submit(() -> joined(work, thing, waiting)));
        }
        await().until(() -> allWait(waiting, 3));
        goOn.countDown();

        assertThat(first.get()).isZero();
        for (Future<Integer> other : others) {
            assertThatThrownBy(other::get).hasRootCauseMessage("nothing left");
        }
        assertThat(begun.get()).isEqualTo(2);
    }

    private static int joined(Rounds<Integer, Integer> work, int thing, List<Thread> waiting) {
        waiting.add(Thread.currentThread());
        return work.join(thing);
    }

    private static boolean allWait(List<Thread> threads, int count) {
        return threads.size() == count
                && threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING);
    }

    private List<Integer> doubled(List<Integer> things) {
        rounds.add(List.copyOf(things));
        return things.stream().map(thing -> 2 * thing).toList();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
