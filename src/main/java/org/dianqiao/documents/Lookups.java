package org.dianqiao.documents;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.dianqiao.exchange.Told;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts all questions about a customer at once, and waits for all of them together no longer than is set. A register that is
 * silent must cost the others nothing, so each service has threads of its own. What comes too late is recorded all the same.
 */
@Component
class Lookups {

    private final DocumentSettings settings;
    private final Map<String, ThreadPoolExecutor> lanes = new ConcurrentHashMap<>();

    private record Asked(Lookup lookup, Future<Looked> answer) {}

    Lookups(DocumentSettings settings) {
        this.settings = settings;
    }

    List<Looked> of(List<Lookup> lookups, Function<Lookup, Told> asking) {
        long until = System.nanoTime() + settings.patience().toNanos();
        List<Asked> asked = lookups.stream()
                .map(lookup ->
                        new Asked(lookup, lane(lookup.service()).submit(() -> Looked.of(lookup, asking.apply(lookup)))))
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

    private ThreadPoolExecutor lane(String service) {
        return lanes.computeIfAbsent(service, this::open);
    }

    private ThreadPoolExecutor open(String service) {
        ThreadPoolExecutor lane = new ThreadPoolExecutor(
                settings.atOnce(),
                settings.atOnce(),
                Duration.ofMinutes(1).toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> daemon(task, service));
        lane.allowCoreThreadTimeOut(true);
        return lane;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        lanes.values().forEach(ThreadPoolExecutor::shutdown);
    }
}
