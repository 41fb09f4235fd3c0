package org.dianqiao.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * Does small things of many threads together, where doing them one by one costs a commit each. Whoever comes while a round is
 * under way waits for the next; the first of those who wait does it for all. With nobody else there, a thing is done alone
 * and at once: nothing ever waits for company.
 */
final class Rounds<T, R> {

    private static final int MOST = 64;

    private final Function<List<T>, List<R>> work;
    private final Queue<Place<T, R>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    private static final class Place<T, R> {
        private final T thing;
        private @Nullable R result;
        private @Nullable Throwable failure;

        private Place(T thing) {
            this.thing = thing;
        }

        private boolean isDone() {
            return result != null || failure != null;
        }

        private R result() {
            if (result != null) {
                return result;
            }
            if (failure instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("its round failed", failure);
        }
    }

    /** `work` gives a result for each of the things, in their order. */
    Rounds(Function<List<T>, List<R>> work) {
        this.work = work;
    }

    R join(T thing) {
        Place<T, R> place = new Place<>(thing);
        waiting.add(place);
        turn.lock();
        try {
            while (!place.isDone()) {
                round();
            }
        } finally {
            turn.unlock();
        }
        return place.result();
    }

    private void round() {
        List<Place<T, R>> places = new ArrayList<>();
        for (Place<T, R> next = waiting.poll(); next != null; next = places.size() < MOST ? waiting.poll() : null) {
            places.add(next);
        }
        try {
            together(places);
        } catch (DataIntegrityViolationException | PessimisticLockingFailureException e) {
            // One of them cannot be done; the others can.
            places.forEach(this::alone);
        } catch (RuntimeException | Error e) {
            places.forEach(place -> place.failure = e);
        }
    }

    private void together(List<Place<T, R>> places) {
        List<R> results = work.apply(places.stream().map(place -> place.thing).toList());
        for (int i = 0; i < places.size(); i++) {
            places.get(i).result = results.get(i);
        }
    }

    private void alone(Place<T, R> place) {
        try {
            together(List.of(place));
        } catch (RuntimeException | Error e) {
            place.failure = e;
        }
    }
}
