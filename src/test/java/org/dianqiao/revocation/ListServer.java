package org.dianqiao.revocation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where an authority hands out its list, or a server that only says so. */
public final class ListServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile HttpHandler answer = ListServer::notThere;

    private ListServer(HttpServer server) {
        this.server = server;
    }

    public static ListServer open() throws IOException {
        ListServer lists =
                new ListServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        lists.server.setExecutor(lists.threads);
        lists.server.createContext("/", lists::ask);
        lists.server.start();
        return lists;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/zhengzhou.crl";
    }

    /** The answers by their conditions: what they already had, or nothing. */
    List<String> asked() {
        return asked;
    }

    public void gives(byte[] file) {
        String tag = "\"" + Arrays.hashCode(file) + "\"";
        answer = exchange -> {
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.sendResponseHeaders(200, file.length == 0 ? -1 : file.length);
                exchange.getResponseBody().write(file);
            }
        };
    }

    void answers(HttpHandler with) {
        answer = with;
    }

    private void ask(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match")));
            answer.handle(exchange);
        }
    }

    private static void notThere(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(404, -1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
