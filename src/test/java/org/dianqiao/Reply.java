package org.dianqiao;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came back over HTTP, as bytes; header names in lower case. */
public record Reply(int status, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SIGNED = List.of(
            "DQ-Manifest", "DQ-Signature", "DQ-Entry", "DQ-Origin-Manifest", "DQ-Origin-Signature", "Content-Type");

    static Reply of(HttpResponse<byte[]> response) {
        Map<String, String> headers = response.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> String.join(", ", header.getValue())));
        return new Reply(response.statusCode(), headers, response.body());
    }

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    public JsonNode json() {
        return json(body);
    }

    public String code() {
        return json().path("code").asText();
    }

    public JsonNode manifest() {
        return json(bytes("DQ-Manifest"));
    }

    public byte[] bytes(String header) {
        return Base64.getDecoder().decode(String.valueOf(header(header)));
    }

    /** All that a repeat must bring again, byte for byte. */
    public List<String> words() {
        return Stream.concat(
                        SIGNED.stream().map(name -> name + ": " + header(name)),
                        Stream.of(Base64.getEncoder().encodeToString(body)))
                .toList();
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
