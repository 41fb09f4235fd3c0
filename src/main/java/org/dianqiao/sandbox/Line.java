package org.dianqiao.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The line to a gateway. The JDK's older client: its connections are kept, it works in the caller's thread, and a
 * message costs less than half of what it costs through the newer one.
 */
record Line(URI gateway) {

    static {
        // Read once by the JDK: idle connections to keep for one gateway; no second attempt behind our back.
        System.setProperty("http.maxConnections", "64");
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private static final int TIME_OUT = (int) Duration.ofSeconds(30).toMillis();

    /** What came back, unchecked. */
    record Response(
            int status,
            @Nullable String manifest,
            @Nullable String signature,
            @Nullable String entry,
            String type,
            @Nullable String retryAfter,
            byte[] body) {

        boolean busy() {
            return status == 503 || status == 429;
        }

        /** How long the other side asks to be left alone. */
        Duration rest() {
            boolean said = retryAfter != null && retryAfter.matches("\\d{1,4}");
            return said ? Duration.ofSeconds(Long.parseLong(retryAfter)) : Duration.ZERO;
        }
    }

    /** Where a service is spoken to. */
    URI service(String name) {
        String base = gateway.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "exchange/v1/" + name);
    }

    Response post(Message message) throws IOException {
        HttpURLConnection connection = connection(message.manifest().service());
        Body body = message.body();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty(Message.MANIFEST_HEADER, message.manifestHeader());
        connection.setRequestProperty(Message.SIGNATURE_HEADER, message.signatureHeader());
        connection.setRequestProperty("Content-Type", body.type().isEmpty() ? "text/plain" : body.type());
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.bytes());
        }
        return response(connection);
    }

    Response certificates() throws IOException {
        return response(connection("certificates"));
    }

    private HttpURLConnection connection(String service) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) service(service).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(TIME_OUT);
        connection.setReadTimeout(TIME_OUT);
        return connection;
    }

    private static Response response(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        return new Response(
                status,
                connection.getHeaderField(Message.MANIFEST_HEADER),
                connection.getHeaderField(Message.SIGNATURE_HEADER),
                connection.getHeaderField("DQ-Entry"),
                Objects.requireNonNullElse(connection.getHeaderField("Content-Type"), ""),
                connection.getHeaderField("Retry-After"),
                body(connection, status));
    }

    private static byte[] body(HttpURLConnection connection, int status) throws IOException {
        try (InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }
}
