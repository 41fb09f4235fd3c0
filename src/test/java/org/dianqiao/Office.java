package org.dianqiao;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.dianqiao.Draft.Piece;
import org.dianqiao.sandbox.Identity;
import org.jspecify.annotations.Nullable;

/** A partner's office that writes down every attempt to bring it something, and answers as its present manner is. */
public final class Office implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Identity identity;
    private final HttpServer server;
    private final List<Visit> visits = new CopyOnWriteArrayList<>();
    private volatile Manner manner = Manner.RECEIPTS;

    /** One attempt, as it came. */
    public record Visit(
            String path,
            String manifestHeader,
            String signatureHeader,
            @Nullable String originManifest,
            @Nullable String originSignature,
            @Nullable String type,
            byte[] body) {

        public JsonNode manifest() {
            return Office.json(Base64.getDecoder().decode(manifestHeader));
        }

        public JsonNode payload() {
            return Office.json(body);
        }

        /** One of several that came together. */
        public byte[] part(String name) {
            int length = StreamSupport.stream(manifest().path("parts").spliterator(), false)
                    .filter(part -> part.path("name").asText().equals(name))
                    .mapToInt(part -> part.path("length").asInt())
                    .findFirst()
                    .orElseThrow();
            String text = new String(body, StandardCharsets.ISO_8859_1);
            int begin = text.indexOf("\r\n\r\n", text.indexOf("name=\"" + name + "\"")) + 4;
            return Arrays.copyOfRange(body, begin, begin + length);
        }
    }

    /**
     * What is answered; `kind` null: nothing is signed. `status` 0: the connection is dropped.
     *
     * @param declared what the manifest says is sent
     */
    public record Response(
            int status,
            @Nullable String kind,
            @Nullable String location,
            String type,
            byte[] body,
            List<Piece> declared) {

        public Response(int status, @Nullable String kind, @Nullable String location, String type, byte[] body) {
            this(status, kind, location, type, body, List.of(new Piece("body", type, body)));
        }

        public static Response unsigned(int status) {
            return new Response(status, null, null, "text/plain", new byte[0]);
        }

        public static Response redirect(String location) {
            return new Response(307, null, location, "text/plain", new byte[0]);
        }

        public static Response refusal(int status, String code) {
            byte[] problem =
                    bytes(Plots.object().put("code", code).put("title", code).put("detail", "不受理"));
            return new Response(status, "refusal", null, "application/problem+json", problem);
        }

        public static Response reply(JsonNode json) {
            return new Response(200, "reply", null, "application/json", bytes(json));
        }

        /** With files beside it. */
        public static Response reply(JsonNode json, Piece... files) {
            List<Piece> all = new ArrayList<>(List.of(new Piece("body", "application/json", bytes(json))));
            all.addAll(List.of(files));
            return reply(all.toArray(Piece[]::new));
        }

        public static Response reply(Piece... all) {
            byte[] body = Parcel.multipart("office", List.of(all));
            return new Response(200, "reply", null, "multipart/mixed; boundary=office", body, List.of(all));
        }

        /** The same bytes, of which the manifest says something else. */
        public Response declaring(Piece... others) {
            return new Response(status, kind, location, type, body, List.of(others));
        }
    }

    public interface Manner {

        Manner RECEIPTS = visit -> receipt(202, Base64.getDecoder().decode(visit.manifestHeader()));

        Response answer(Visit visit);

        static Response receipt(int status, byte[] manifest) {
            ObjectNode body = Plots.object().put("accepted", now()).put("manifest", Draft.sm3(manifest));
            return new Response(status, "receipt", null, "application/json", bytes(body));
        }
    }

    private Office(Identity identity, HttpServer server) {
        this.identity = identity;
        this.server = server;
    }

    public static Office of(Identity identity) throws IOException {
        Office office = new Office(identity, HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
        office.server.setExecutor(Executors.newCachedThreadPool(office::daemon));
        office.server.createContext("/", office::handle);
        office.server.start();
        return office;
    }

    private Thread daemon(Runnable task) {
        Thread thread = new Thread(task, identity.id());
        thread.setDaemon(true);
        return thread;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/exchange/v1");
    }

    public Identity identity() {
        return identity;
    }

    public List<Visit> visits() {
        return visits;
    }

    public void manner(Manner next) {
        manner = next;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            Visit visit = new Visit(
                    exchange.getRequestURI().getPath(),
                    headers.getFirst("DQ-Manifest"),
                    headers.getFirst("DQ-Signature"),
                    headers.getFirst("DQ-Origin-Manifest"),
                    headers.getFirst("DQ-Origin-Signature"),
                    headers.getFirst("Content-Type"),
                    exchange.getRequestBody().readAllBytes());
            visits.add(visit);
            respond(exchange, visit, manner.answer(visit));
        }
    }

    private void respond(HttpExchange exchange, Visit visit, Response response) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", response.type());
        if (response.location() != null) {
            headers.set("Location", response.location());
        }
        if (response.kind() != null) {
            byte[] manifest = bytes(manifest(visit.manifest(), response));
            headers.set("DQ-Manifest", Parcel.base64(manifest));
            headers.set("DQ-Signature", Parcel.base64(identity.seal(manifest)));
        }
        if (response.status() > 0) {
            exchange.sendResponseHeaders(response.status(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        }
    }

    private ObjectNode manifest(JsonNode asked, Response response) {
        ObjectNode manifest =
                Plots.object().put("v", 1).put("id", UUID.randomUUID().toString());
        manifest.put("kind", response.kind())
                .put("service", asked.path("service").asText());
        manifest.put("from", identity.id()).put("to", "gateway").put("sent", now());
        manifest.put("replyTo", asked.path("id").asText());
        ArrayNode parts = manifest.putArray("parts");
        response.declared().forEach(piece -> parts.addObject()
                .put("name", piece.name())
                .put("type", piece.type())
                .put("length", piece.bytes().length)
                .put("sm3", Draft.sm3(piece.bytes())));
        return manifest;
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
