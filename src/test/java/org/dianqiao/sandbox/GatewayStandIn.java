package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Answers as a gateway does: it refuses the mistyped project code and decisions that may not follow those before, and
 * accepts all else unchecked.
 */
final class GatewayStandIn implements AutoCloseable {

    static final String MISTYPED = "2609-410105-04-01-123458";

    private final Identity identity;
    private final String certificates;
    private final HttpServer server;
    private final List<Manifest> manifests = new CopyOnWriteArrayList<>();
    private final List<ObjectNode> payloads = new CopyOnWriteArrayList<>();
    private final List<ObjectNode> refused = new CopyOnWriteArrayList<>();
    private final TaskStates tasks = new TaskStates();
    private volatile Consumer<ObjectNode> after = payload -> {};

    GatewayStandIn(Town town) throws IOException {
        identity = town.gateway();
        certificates = Files.readString(town.keys().resolve("gateway.pem"))
                + Files.readString(town.keys().resolve("root.pem"));
        server = Counter.server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.createContext("/exchange/v1/", this::answer);
        server.createContext("/exchange/v1/certificates", this::certificates);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Identity identity() {
        return identity;
    }

    List<Manifest> manifests() {
        return manifests;
    }

    List<ObjectNode> payloads() {
        return payloads;
    }

    /** The decisions that it refused. */
    List<ObjectNode> refused() {
        return refused;
    }

    /** What it does about what it has accepted. */
    void then(Consumer<ObjectNode> next) {
        after = next;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] bytes = Base64.getDecoder().decode(exchange.getRequestHeaders().getFirst("DQ-Manifest"));
        Body body = new Body(
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestBody().readAllBytes());
        Manifest manifest = Manifest.read(bytes);
        ObjectNode payload = Json.read(body.parts(manifest.parts()).get(0).bytes());
        manifests.add(manifest);
        payloads.add(payload);
        if (payload.path("projectCode").asText().equals(MISTYPED)) {
            respond(exchange, 422, "refusal", manifest, "application/problem+json", violation());
        } else if (manifest.service().equals("permit.decided")) {
            decide(exchange, manifest, bytes, payload);
        } else if (manifest.kind().equals("query")) {
            respond(
                    exchange,
                    200,
                    "reply",
                    manifest,
                    "application/json",
                    manifest.service().equals("permit.preview")
                            ? decision()
                            : Json.object().put("state", "reserved"));
        } else {
            respond(exchange, 202, "receipt", manifest, "application/json", receipt(bytes));
            after.accept(payload);
        }
    }

    private void decide(HttpExchange exchange, Manifest manifest, byte[] bytes, ObjectNode decided) throws IOException {
        Optional<String> fault = tasks.judge(decided);
        if (fault.isPresent()) {
            refused.add(decided);
            ObjectNode problem = Json.object().put("code", "contract-violated").put("detail", "请修改后重发。");
            problem.putArray("errors").addObject().put("pointer", "/status").put("message", fault.get());
            respond(exchange, 422, "refusal", manifest, "application/problem+json", problem);
        } else {
            respond(exchange, 202, "receipt", manifest, "application/json", receipt(bytes));
            after.accept(decided);
        }
    }

    private static ObjectNode violation() {
        ObjectNode problem = Json.object()
                .put("code", "contract-violated")
                .put("title", "The body does not fit the contract")
                .put("detail", "请按提示修改后重发。")
                .put("advice", "Correct it and send it again");
        problem.putArray("errors").addObject().put("pointer", "/projectCode").put("message", "校验位不符");
        return problem;
    }

    private static ObjectNode decision() {
        ObjectNode decision = Json.object().put("path", "parallel").put("rule", "HEN19-P3");
        decision.putArray("departments").addObject().put("code", "planning");
        decision.withArray("departments").addObject().put("code", "municipal");
        decision.putArray("documents").add("commitment-letter");
        decision.putArray("duties").add("file-before-start").add("push-works-information");
        return decision;
    }

    private static ObjectNode receipt(byte[] manifest) {
        return Json.object().put("accepted", "2026-09-15T01:30:00.000Z").put("manifest", Sm3.hex(manifest));
    }

    private void respond(
            HttpExchange exchange, int status, String kind, Manifest asked, String type, ObjectNode content)
            throws IOException {
        Part part = new Part("body", type, Json.write(content));
        String now = Manifest.sent(Town.CLOCK.instant());
        Manifest manifest = Manifest.answering(asked, kind, identity.id(), now, List.of(part.entry()));
        Message answer = Message.sealed(manifest, List.of(part), identity);
        Headers headers = exchange.getResponseHeaders();
        headers.set("DQ-Manifest", answer.manifestHeader());
        headers.set("DQ-Signature", answer.signatureHeader());
        headers.set("DQ-Entry", "01k5entry");
        headers.set("Content-Type", type);
        write(exchange, status, part.bytes());
    }

    private void certificates(HttpExchange exchange) throws IOException {
        write(exchange, 200, certificates.getBytes(StandardCharsets.US_ASCII));
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
