package org.dianqiao.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dianqiao.sandbox.outside.Daemons;

/** A partner's counter: where the gateway brings its messages and gets signed answers. */
public final class Counter implements AutoCloseable {

    static {
        // Read once by the JDK's server: without it each answer waits for the caller's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String PATH = "/exchange/v1/";
    private static final int LARGEST_BODY = 64 << 20;
    private static final String PROBLEM = "application/problem+json";

    private final HttpServer server;
    private final ExecutorService threads;
    private final Reception reception;
    private volatile Spell spell = new Spell(Mood.WELL);

    /** A mood and its end. */
    private record Spell(Mood mood, CountDownLatch over) {

        Spell(Mood mood) {
            this(mood, new CountDownLatch(1));
        }

        void sitOut() {
            try {
                over.await();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Counter(HttpServer server, Reception reception) {
        this.server = server;
        this.reception = reception;
        this.threads = Executors.newCachedThreadPool(Daemons.named("counter"));
    }

    /** Opens the counter on this address; port 0 takes any. */
    public static Counter open(
            InetSocketAddress address, Identity identity, Signatories gateway, Clerk clerk, Clock clock)
            throws IOException {
        Counter counter = new Counter(server(address), new Reception(identity, gateway, clerk, clock));
        counter.server.setExecutor(counter.threads);
        counter.server.createContext("/", counter::handle);
        counter.server.start();
        return counter;
    }

    static HttpServer server(InetSocketAddress address) throws IOException {
        try {
            return HttpServer.create(address, 0);
        } catch (BindException e) {
            throw new IOException("another program listens on " + address, e);
        }
    }

    /** What belongs into the partner's file as its endpoint. */
    public URI endpoint() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getHostString() + ":" + address.getPort() + "/exchange/v1");
    }

    public void mood(Mood next) {
        Spell before = spell;
        spell = new Spell(next);
        before.over.countDown();
    }

    @Override
    public void close() {
        mood(Mood.DROPS);
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Spell today = spell;
        try (exchange) {
            switch (today.mood) {
                case ANSWERS_500 -> respond(exchange, 500, "text/plain", new byte[0]);
                case REFUSES -> refuse(exchange, new Refusal(422, "contract-violated", "不受理"));
                case REDIRECTS -> redirect(exchange);
                case BUSY_429 -> busy(exchange);
                default -> serve(exchange, today);
            }
        }
    }

    private void serve(HttpExchange exchange, Spell today) throws IOException {
        try {
            Answered answered = reception.receive(delivery(exchange));
            switch (today.mood) {
                case NO_RECEIPT -> respond(exchange, 200, "application/json", new byte[] {'{', '}'});
                case WRONG_KEY -> respond(exchange, reception.forged(answered));
                case TIMES_OUT -> today.sitOut();
                case DROPS -> {}
                default -> respond(exchange, answered);
            }
        } catch (Refusal refusal) {
            refuse(exchange, refusal);
        }
    }

    private static Reception.Delivery delivery(HttpExchange exchange) throws IOException, Refusal {
        String path = exchange.getRequestURI().getRawPath();
        if (!path.startsWith(PATH)) {
            throw new Refusal(404, "unknown-path", "路径应为 " + PATH + "{service}");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            throw new Refusal(405, "wrong-method", "请使用 POST");
        }
        Headers headers = exchange.getRequestHeaders();
        return new Reception.Delivery(
                path.substring(PATH.length()),
                headers.getFirst(Message.MANIFEST_HEADER),
                headers.getFirst(Message.SIGNATURE_HEADER),
                body(exchange, Objects.requireNonNullElse(headers.getFirst("Content-Type"), "")));
    }

    private static Body body(HttpExchange exchange, String type) throws IOException, Refusal {
        byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new Refusal(413, "too-large", "报文超过 64 MiB");
        }
        return new Body(type, bytes);
    }

    private static void respond(HttpExchange exchange, Answered answered) throws IOException {
        Message answer = answered.answer();
        Body body = answer.body();
        exchange.getResponseHeaders().set(Message.MANIFEST_HEADER, answer.manifestHeader());
        exchange.getResponseHeaders().set(Message.SIGNATURE_HEADER, answer.signatureHeader());
        respond(exchange, answered.status(), body.type(), body.bytes());
    }

    private static void respond(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (body.length == 0) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        respond(exchange, refusal.status(), PROBLEM, refusal.problem());
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:9/elsewhere");
        respond(exchange, 302, "text/plain", new byte[0]);
    }

    private static void busy(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", "1");
        refuse(exchange, new Refusal(429, "throttled", "请稍后再试"));
    }
}
