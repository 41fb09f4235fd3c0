package org.dianqiao.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.dianqiao.Draft;
import org.dianqiao.sandbox.Identity;

/** The grid's archive: too much comes there to be kept, so it keeps the digest of each message's last part. */
final class Archive implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOW = "2026-09-30T09:00:00.000+08:00";

    private final Identity identity;
    private final HttpServer server;
    private final List<String> digests = new CopyOnWriteArrayList<>();

    private Archive(Identity identity, HttpServer server) {
        this.identity = identity;
        this.server = server;
    }

    static Archive open(Identity identity) throws IOException {
        Archive archive = new Archive(identity, HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
        archive.server.setExecutor(Executors.newCachedThreadPool());
        archive.server.createContext("/", archive::take);
        archive.server.start();
        return archive;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/exchange/v1");
    }

    List<String> digests() {
        return digests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] manifest =
                    Base64.getDecoder().decode(exchange.getRequestHeaders().getFirst("DQ-Manifest"));
            JsonNode said = JSON.readTree(manifest);
            digests.add(lastPart(new BufferedInputStream(exchange.getRequestBody(), 1 << 16), said.path("parts")));
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            receipt(exchange, said, manifest);
        }
    }

    /** Several parts, each behind its boundary and its headers. */
    private static String lastPart(InputStream body, JsonNode parts) throws IOException {
        String digest = "";
        for (JsonNode part : parts) {
            while (!line(body).isEmpty()) {
                continue;
            }
            digest = Drawing.sm3(body, part.path("length").asLong());
            line(body);
        }
        return digest;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            line.append((char) b);
        }
        return line.toString().stripTrailing();
    }

    private void receipt(HttpExchange exchange, JsonNode said, byte[] manifest) throws IOException {
        byte[] body = JSON.createObjectNode()
                .put("accepted", NOW)
                .put("manifest", Draft.sm3(manifest))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        byte[] answer = answer(said, body).toString().getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("DQ-Manifest", Base64.getEncoder().encodeToString(answer));
        headers.set("DQ-Signature", Base64.getEncoder().encodeToString(identity.seal(answer)));
        exchange.sendResponseHeaders(202, body.length);
        exchange.getResponseBody().write(body);
    }

    private ObjectNode answer(JsonNode said, byte[] body) {
        ObjectNode manifest =
                JSON.createObjectNode().put("v", 1).put("id", UUID.randomUUID().toString());
        manifest.put("kind", "receipt")
                .put("service", said.path("service").asText())
                .put("from", identity.id())
                .put("to", "gateway")
                .put("sent", NOW)
                .put("replyTo", said.path("id").asText());
        manifest.putArray("parts")
                .addObject()
                .put("name", "body")
                .put("type", "application/json")
                .put("length", body.length)
                .put("sm3", Draft.sm3(body));
        return manifest;
    }
}
