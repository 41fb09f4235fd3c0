package org.dianqiao;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.dianqiao.Draft.Piece;
import org.jspecify.annotations.Nullable;

/**
 * A message as it goes over the wire, in which every byte may be another than it should be. Sent twice it is the same.
 *
 * @param said what its manifest says, as far as anybody can read it
 * @param more headers besides the protocol's
 */
public record Parcel(
        String path,
        JsonNode said,
        byte[] manifest,
        @Nullable String manifestHeader,
        @Nullable String signatureHeader,
        List<String> more,
        @Nullable String type,
        byte[] body) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Parcel of(String path, JsonNode said, byte[] manifest, byte[] signature, List<Piece> pieces) {
        Parcel parcel =
                new Parcel(path, said, manifest, base64(manifest), base64(signature), List.of(), null, new byte[0]);
        return switch (pieces.size()) {
            case 0 -> parcel;
            case 1 -> parcel.withBody(pieces.get(0).type(), pieces.get(0).bytes());
            default -> parcel.withBody("multipart/mixed; boundary=plot", multipart("plot", pieces));
        };
    }

    public String id() {
        return said.path("id").asText();
    }

    public String from() {
        return said.path("from").asText();
    }

    public Parcel at(String otherPath) {
        return new Parcel(otherPath, said, manifest, manifestHeader, signatureHeader, more, type, body);
    }

    public Parcel withManifest(@Nullable String header) {
        return new Parcel(path, said, manifest, header, signatureHeader, more, type, body);
    }

    public Parcel withSignature(@Nullable String header) {
        return new Parcel(path, said, manifest, manifestHeader, header, more, type, body);
    }

    public Parcel withSignature(byte[] signature) {
        return withSignature(base64(signature));
    }

    public Parcel withHeader(String name, String value) {
        List<String> headers = new ArrayList<>(more);
        headers.addAll(List.of(name, value));
        return new Parcel(path, said, manifest, manifestHeader, signatureHeader, headers, type, body);
    }

    public Parcel withBody(@Nullable String otherType, byte[] otherBody) {
        return new Parcel(path, said, manifest, manifestHeader, signatureHeader, more, otherType, otherBody);
    }

    public Reply post(URI gateway) {
        return send(gateway, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    /** Without a length in front. */
    public Reply postChunked(URI gateway) {
        return send(gateway, HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private Reply send(URI gateway, HttpRequest.BodyPublisher content) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).POST(content);
        List<String> headers = headers();
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            return Reply.of(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Names and values in turn. */
    List<String> headers() {
        List<String> headers = new ArrayList<>();
        add(headers, "DQ-Manifest", manifestHeader);
        add(headers, "DQ-Signature", signatureHeader);
        add(headers, "Content-Type", type);
        headers.addAll(more);
        return headers;
    }

    private static void add(List<String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.addAll(List.of(name, value));
        }
    }

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static byte[] multipart(String boundary, List<Piece> pieces) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Piece piece : pieces) {
            String head = "--" + boundary + "\r\nContent-Disposition: attachment; name=\"" + piece.name()
                    + "\"\r\nContent-Type: " + piece.type() + "\r\n\r\n";
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(piece.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }
}
