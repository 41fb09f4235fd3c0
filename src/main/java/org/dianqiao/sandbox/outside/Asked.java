package org.dianqiao.sandbox.outside;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a caller has asked. */
public record Asked(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

    private static final int LARGEST_BODY = 32 << 20;

    /** Of a body beyond 32 MiB the rest is not read, so that it is no JSON. */
    static Asked of(HttpExchange exchange) throws IOException {
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readNBytes(LARGEST_BODY));
    }

    public boolean posted() {
        return method.equals("POST");
    }

    /** The path's last word. */
    public String what() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public Optional<String> parameter(String name) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].equals(name))
                .map(pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))
                .findFirst();
    }

    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    /** The body, where it is a JSON object. */
    public Optional<ObjectNode> json() {
        return Json.object(body);
    }
}
