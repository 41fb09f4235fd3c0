package org.dianqiao.connector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A marketing system that answers each envelope as the test has laid down, in that order; the last answer stays. */
final class PlayedSoapSystem implements AutoCloseable {

    static final String NOTHING = "";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> actions = new CopyOnWriteArrayList<>();
    private final Queue<UnaryOperator<String>> answers = new ArrayDeque<>();

    PlayedSoapSystem() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.createContext("/services/transformation", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/services/transformation");
    }

    /** Envelopes as they came, oldest first. */
    List<String> asked() {
        return asked;
    }

    List<String> actions() {
        return actions;
    }

    /** What is asked may have a part in the answer. `NOTHING`: it hangs up. */
    synchronized PlayedSoapSystem answers(UnaryOperator<String> answer) {
        answers.add(answer);
        return this;
    }

    private synchronized String next(String envelope) {
        asked.add(envelope);
        return (answers.size() > 1 ? answers.remove() : answers.element()).apply(envelope);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            actions.add(exchange.getRequestHeaders().getFirst("SOAPAction"));
            String answer = next(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (answer.equals(NOTHING)) {
                return;
            }
            byte[] body = answer.getBytes(
                    answer.contains("GBK") ? java.nio.charset.Charset.forName("GBK") : StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
            exchange.sendResponseHeaders(answer.contains("Fault") ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
