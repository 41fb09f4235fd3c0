package org.dianqiao.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dianqiao.Homes;
import org.dianqiao.sandbox.Counter;
import org.dianqiao.sandbox.Desk;
import org.dianqiao.sandbox.Incoming;
import org.dianqiao.sandbox.Letter;
import org.dianqiao.sandbox.Message;
import org.dianqiao.sandbox.Refusal;
import org.dianqiao.sandbox.Signatories;
import org.dianqiao.sandbox.Unsent;

/** The four departments of the city. Each says of every task, until it is heard, that it has it, accepts it, works on it, passes it. */
final class Zhengzhou implements AutoCloseable {

    static final List<String> DEPARTMENTS = List.of("planning", "municipal", "greening", "traffic-police");

    private static final List<String> WORDS = List.of("1", "3", "8", "11");

    private final Henan henan;
    private final URI gateway;
    private final List<Counter> counters = new ArrayList<>();
    private final List<String> tasks = new CopyOnWriteArrayList<>();
    private final ExecutorService clerks = Executors.newFixedThreadPool(64);

    Zhengzhou(Henan henan, URI gateway) {
        this.henan = henan;
        this.gateway = gateway;
        DEPARTMENTS.forEach(department -> open(department + ".zhengzhou"));
    }

    /** The tasks that were brought, each as often as it had an effect. */
    List<String> tasks() {
        return tasks;
    }

    private void open(String partner) {
        try {
            Signatories pinned = Signatories.pinned(henan.home().resolve("data/sandbox/gateway.pem"));
            Desk desk = henan.desk(partner, gateway);
            Counter counter = Counter.open(
                    new InetSocketAddress("127.0.0.1", 0),
                    henan.identity(partner),
                    pinned,
                    event -> take(event, desk),
                    Clock.systemUTC());
            Homes.point(henan.home(), partner, counter.endpoint());
            counters.add(counter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Incoming event, Desk desk) throws Refusal {
        if (event.service().equals("permit.task-assigned")) {
            JsonNode task = event.payload();
            tasks.add(task.path("filingNo").asText() + " "
                    + task.path("department").asText());
            clerks.execute(() ->
                    WORDS.forEach(word -> insist(desk, said(task.path("taskNo").asText(), word))));
        }
    }

    private static Letter said(String taskNo, String status) {
        ObjectNode said = JsonNodeFactory.instance
                .objectNode()
                .put("taskNo", taskNo)
                .put("status", status)
                .put("at", Clock.systemUTC().instant().toString());
        return Letter.event("permit.decided", said);
    }

    /** The same bytes, until there is an answer. */
    static void insist(Desk desk, Letter letter) {
        Message message = desk.sign(letter);
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(200)).until(() -> isHeard(desk, message));
    }

    private static boolean isHeard(Desk desk, Message message) {
        try {
            return desk.post(message).accepted();
        } catch (Unsent away) {
            return false;
        }
    }

    @Override
    public void close() {
        clerks.shutdownNow();
        counters.forEach(Counter::close);
    }
}
