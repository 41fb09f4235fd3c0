package org.dianqiao.documents;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.dianqiao.exchange.Told;
import org.dianqiao.threads.Daemons;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts all questions about a customer at once, and waits for all of them together no longer than is set. How many wait for
 * one register is bounded where it is asked, so one that is silent costs the others nothing. What comes too late is recorded
 * all the same.
 */
@Component
class Lookups {

    private final DocumentSettings settings;
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("lookup"));

    private record Asked(Lookup lookup, Future<Looked> answer) {}

    Lookups(DocumentSettings settings) {
        this.settings = settings;
    }

    List<Looked> of(List<Lookup> lookups, Function<Lookup, Told> asking) {
        long until = System.nanoTime() + settings.patience().toNanos();
        List<Asked> asked = lookups.stream()
                .map(lookup -> new Asked(lookup, threads.submit(() -> Looked.of(lookup, asking.apply(lookup)))))
                .toList();
        return asked.stream().map(each -> await(each, until)).toList();
    }

    /** What has not begun is not asked any more; what is under way ends by itself. */
    private static Looked await(Asked asked, long until) {
        try {
            return asked.answer().get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            asked.answer().cancel(false);
            return Looked.inVain(asked.lookup());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        threads.shutdown();
    }
}
