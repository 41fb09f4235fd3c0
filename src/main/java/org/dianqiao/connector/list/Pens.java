package org.dianqiao.connector.list;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dianqiao.threads.Daemons;
import org.springframework.stereotype.Component;

/** The few that write down rows, for all lists together: a month's end must not take the database from everybody else. */
@Component
class Pens {

    private static final int AT_ONCE = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Daemons.named("list-row"));

    /** In their order. The first that fails ends it, and those that have not begun do not begin. */
    <T> List<T> all(List<Callable<T>> works) {
        List<Future<T>> begun = works.stream().map(threads::submit).toList();
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> each : begun) {
                done.add(each.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotNow("the gateway is stopping");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e.getCause());
        } finally {
            begun.forEach(each -> each.cancel(false));
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
