package org.dianqiao.connector.front;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.dianqiao.threads.Daemons;

/** Works on several things at once that have nothing to do with each other, and on each by itself in its order. */
final class Lanes {

    /** Much of their time they wait for commits; of the connections to the database most are left to the door. */
    private static final int AT_ONCE = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Daemons.named("front"));

    /** Returns when all are done; what one of them throws is thrown then. */
    <T> void each(Collection<List<T>> groups, Consumer<T> work) {
        List<Callable<Void>> tasks = groups.stream()
                .map(group -> (Callable<Void>) () -> {
                    group.forEach(work);
                    return null;
                })
                .toList();
        try {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while rows were taken", stopped);
        }
    }
}
