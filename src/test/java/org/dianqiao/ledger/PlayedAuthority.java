package org.dianqiao.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A time stamping authority that answers as a test likes. */
final class PlayedAuthority implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Way way;

    /** How a question is answered. */
    interface Way {
        void answer(HttpExchange exchange, byte[] question) throws IOException;
    }

    /** What a stamp is made of. */
    interface Making {
        byte[] of(byte[] question);
    }

    PlayedAuthority(Making making) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        gives(making);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
    }

    int asked() {
        return asked.get();
    }

    void gives(Making making) {
        way = (exchange, question) -> send(exchange, 200, making.of(question));
    }

    void answers(int status, byte[] body) {
        way = (exchange, question) -> send(exchange, status, body);
    }

    void redirects(URI elsewhere) {
        way = (exchange, question) -> {
            exchange.getResponseHeaders().set("Location", elsewhere.toString());
            send(exchange, 307, new byte[0]);
        };
    }

    void isSilent() {
        way = (exchange, question) -> sitOut();
    }

    /** A byte, and then nothing for as long as it is asked. */
    void drips() {
        way = (exchange, question) -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('0');
            exchange.getResponseBody().flush();
            sitOut();
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            way.answer(exchange, exchange.getRequestBody().readAllBytes());
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void sitOut() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
