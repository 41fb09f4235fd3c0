package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A marketing system that answers each request as the test has laid down, in that order; the last answer stays. */
public final class PlayedMarketing implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final Queue<Function<JsonNode, Answer>> answers = new ArrayDeque<>();

    /** `until`: it is given when this is. */
    public record Answer(int status, String body, CountDownLatch until) {}

    PlayedMarketing() throws IOException {
        this(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
    }

    /** Bound, and not yet started. */
    PlayedMarketing(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/esb/transformation", this::serve);
        server.start();
    }

    URI address() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The services that were asked for, oldest first. */
    public List<String> services() {
        return asked.stream().map(each -> each.path("serviceCode").asText()).toList();
    }

    /** With which certificate each came, where it was wanted. */
    List<String> shown() {
        return shown;
    }

    public List<JsonNode> asked() {
        return asked;
    }

    public PlayedMarketing says(String code) {
        return says(code, new CountDownLatch(0));
    }

    public PlayedMarketing says(String code, CountDownLatch until) {
        return answers(question -> new Answer(
                200,
                "{\"data\":{\"data\":{\"code\":\"%s\",\"message\":\"如实\",%s}}}".formatted(code, numbered(question)),
                until));
    }

    private static String numbered(JsonNode question) {
        String name = question.path("data").has("msgNo") ? "msgNo" : "preAppNo";
        return "\"" + name + "\":" + question.path("data").path(name);
    }

    public PlayedMarketing says(int status, String body) {
        return answers(question -> new Answer(status, body, new CountDownLatch(0)));
    }

    private synchronized PlayedMarketing answers(Function<JsonNode, Answer> answer) {
        answers.add(answer);
        return this;
    }

    private synchronized Answer next(JsonNode question) {
        asked.add(question);
        return (answers.size() > 1 ? answers.remove() : answers.element()).apply(question);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange instanceof HttpsExchange secured) {
                shown.add(secured.getSSLSession().getPeerPrincipal().getName());
            }
            Answer answer = next(JSON.readTree(exchange.getRequestBody()));
            answer.until().await();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
