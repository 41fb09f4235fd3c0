package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.dianqiao.codes.Quoted;
import org.dianqiao.exchange.StrictJson;
import org.dianqiao.line.Line;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Credentials.Refresh;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Tls;

/** Where a platform gives out secrets 密钥刷新. One asks there with the app key: in the headers, and the same in the body. */
final class SecretCounter implements AutoCloseable {

    private static final int OK = 200;
    private static final int LARGEST = 64 * 1024;
    private static final Set<String> FINE = Set.of("", "0");

    private final Duration patience;
    private final Line line;
    private final Map<Tls, Line> shown = Collections.synchronizedMap(new WeakHashMap<>());

    SecretCounter(Duration patience) {
        this.patience = patience;
        this.line = new Line(patience, LARGEST);
    }

    /** IOException or IllegalArgumentException with a sentence for an operator. */
    Given ask(Endpoint endpoint, Refresh refresh, Instant now) throws IOException {
        Credentials credentials = endpoint.credentials();
        HttpResponse<byte[]> answer =
                lineTo(endpoint, refresh).ask(request(refresh, HeaderSignatures.signed(credentials, now)));
        if (answer.statusCode() != OK) {
            throw new IOException("HTTP status " + answer.statusCode());
        }
        return read(answer.body(), credentials, refresh);
    }

    private Line lineTo(Endpoint endpoint, Refresh refresh) {
        return endpoint.shownAt(refresh.url())
                .map(tls -> shown.computeIfAbsent(tls, each -> new Line(patience, LARGEST, each.context())))
                .orElse(line);
    }

    private static HttpRequest request(Refresh refresh, Map<String, String> headers) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        headers.forEach(body::put);
        HttpRequest.Builder request = HttpRequest.newBuilder(refresh.url())
                .setHeader("Content-Type", "application/json")
                .setHeader("User-Agent", "Dianqiao")
                .POST(BodyPublishers.ofString(body.toString()));
        headers.forEach(request::setHeader);
        return request.build();
    }

    private static Given read(byte[] body, Credentials credentials, Refresh refresh) throws IOException {
        JsonNode answer = StrictJson.read(body);
        if (!FINE.contains(answer.path("code").asText())) {
            throw new IOException("refused: " + Quoted.code(answer.path("code").asText()));
        }
        JsonNode data = data(answer.path("data"));
        SealedSecret sealed = new SealedSecret(data.path("secret").asText());
        return new Given(
                sealed.open(credentials.secret(), refresh.cipher()),
                Instant.ofEpochMilli(milliseconds(data.path("secretEndTime").asText())));
    }

    /** Some send it as JSON within a text. */
    private static JsonNode data(JsonNode data) {
        return data.isTextual() ? StrictJson.read(data.textValue().getBytes(StandardCharsets.UTF_8)) : data;
    }

    private static long milliseconds(String text) throws IOException {
        if (!text.matches("[1-9][0-9]{12}")) {
            throw new IOException("`secretEndTime` is not a time in milliseconds");
        }
        return Long.parseLong(text);
    }

    @Override
    public void close() {
        line.close();
        synchronized (shown) {
            shown.values().forEach(Line::close);
        }
    }
}
