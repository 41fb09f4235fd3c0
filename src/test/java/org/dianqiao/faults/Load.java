package org.dianqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.sandbox.Message;

/** The approval platform tells of one project after the other, on several threads, each until it has the receipt. */
final class Load {

    private static final int THREADS = 8;

    private final Henan henan;
    private final URI gateway;
    private final AtomicInteger projects = new AtomicInteger();
    private final Map<Message, Receipt> acknowledged = new ConcurrentHashMap<>();
    private final List<String> unavailable = new CopyOnWriteArrayList<>();
    private final List<IOException> broken = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Future<?>> senders = new ArrayList<>();
    private volatile boolean goesOn = true;

    private Load(Henan henan, URI gateway) {
        this.henan = henan;
        this.gateway = gateway;
    }

    static Load begin(Henan henan, URI gateway) {
        Load load = new Load(henan, gateway);
        for (int i = 0; i < THREADS; i++) {
            load.senders.add(load.threads.submit(load::send));
        }
        return load;
    }

    /** Returns once so many more have been acknowledged. */
    void awaitMore(int messages) {
        int before = acknowledged.size();
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> noneGaveUp() && acknowledged.size() >= before + messages);
    }

    /** What was begun is ended: each message has its receipt. */
    Map<Message, Receipt> finish() throws InterruptedException, ExecutionException {
        goesOn = false;
        threads.shutdown();
        for (Future<?> sender : senders) {
            sender.get();
        }
        return Map.copyOf(acknowledged);
    }

    /** A copy of what has been acknowledged by now. */
    Map<Message, Receipt> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** The bodies of all 503. */
    List<String> unavailable() {
        return unavailable;
    }

    /** Lines that broke before an answer came. */
    List<IOException> broken() {
        return broken;
    }

    private boolean noneGaveUp() throws InterruptedException, ExecutionException {
        for (Future<?> sender : senders) {
            if (sender.isDone()) {
                sender.get();
            }
        }
        return true;
    }

    private void send() {
        while (goesOn) {
            Message message = henan.signed(Projects.coded(projects.incrementAndGet()));
            Receipt receipt = await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> attempt(message), Optional::isPresent)
                    .orElseThrow();
            acknowledged.put(message, receipt);
        }
    }

    private Optional<Receipt> attempt(Message message) {
        try {
            HttpResponse<byte[]> answer = henan.post(gateway, message);
            if (answer.statusCode() == 503) {
                unavailable.add(unavailable(answer));
                return Optional.empty();
            }
            assertThat(answer.statusCode()).as(text(answer)).isIn(200, 202);
            return Optional.of(Receipt.of(answer));
        } catch (IOException e) {
            broken.add(e);
            return Optional.empty();
        }
    }

    private static String unavailable(HttpResponse<byte[]> answer) {
        assertThat(answer.headers().firstValue("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-9]\\d*"));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(text(answer)).contains("\"code\":\"unavailable\"");
        return text(answer);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
