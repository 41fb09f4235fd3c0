package org.dianqiao.sandbox.outside;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A caller that knows nothing but HTTP, and writes its JSON by hand. Headers are names and values in turn. */
public final class Plain {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Plain() {}

    public static HttpResponse<byte[]> post(URI address, String body, String... headers) throws Exception {
        return HTTP.send(request(address, body, PATIENCE, headers), BodyHandlers.ofByteArray());
    }

    public static HttpResponse<byte[]> get(URI address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Whether no answer comes in this time. */
    public static boolean isLeftWaiting(URI address, String body, Duration patience, String... headers)
            throws Exception {
        try {
            HTTP.send(request(address, body, patience, headers), BodyHandlers.ofByteArray());
            return false;
        } catch (HttpTimeoutException waited) {
            return true;
        }
    }

    /** How many bytes come before this caller has had enough, which is after so many. */
    public static long swallowed(URI address, String body, long enough, String... headers) throws Exception {
        try (InputStream in = HTTP.send(request(address, body, PATIENCE, headers), BodyHandlers.ofInputStream())
                .body()) {
            return count(in, enough);
        }
    }

    private static HttpRequest request(URI address, String body, Duration patience, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(patience).POST(BodyPublishers.ofString(body));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private static long count(InputStream in, long enough) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long read = 0;
        for (int n = in.read(buffer); n >= 0 && read < enough; n = in.read(buffer)) {
            read += n;
        }
        return read;
    }
}
