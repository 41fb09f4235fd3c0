package org.dianqiao.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.junit.jupiter.api.BeforeAll;

/** A design office in Huangshan with drawings that are too large for a message. */
abstract class WithUploads extends AtTheDoor {

    static final String DESIGNER = "design.huangshan";
    static final int MIB = 1 << 20;

    private static final String FILE = """
            kind: channel
            region: "341000"
            sends: [ { service: part.upload }, { service: notice.published } ]
            rate: { perSecond: 5000, burst: 10000 }
            """;
    private static final HttpClient LINE =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Random CHANCE = new Random(341000);

    @BeforeAll
    static void opensTheOffice() {
        newcomer(DESIGNER, FILE);
    }

    static Piece drawing(int length) {
        byte[] bytes = new byte[length];
        CHANCE.nextBytes(bytes);
        return new Piece("总平面图-%d.dwg".formatted(NUMBER.incrementAndGet()), "application/acad", bytes);
    }

    static Draft announcement(String from, Piece drawing) {
        return event(from, "part.upload", Plots.object()).pieces().naming(drawing);
    }

    static URI announced(Piece drawing) {
        return announced(announcement(DESIGNER, drawing).sealed());
    }

    static URI announced(Parcel parcel) {
        return URI.create(accepted(post(parcel)).json().path("upload").asText());
    }

    static Piece uploaded(Piece drawing) {
        assertThat(patch(announced(drawing), 0, drawing.bytes()).statusCode()).isEqualTo(204);
        return drawing;
    }

    static HttpResponse<byte[]> patch(URI upload, long offset, byte[] bytes) {
        return patch(upload, offset, BodyPublishers.ofByteArray(bytes));
    }

    static HttpResponse<byte[]> patch(URI upload, long offset, BodyPublisher bytes) {
        return send(request(upload)
                .header("Upload-Offset", Long.toString(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", bytes));
    }

    static HttpResponse<byte[]> head(URI upload) {
        return send(request(upload).method("HEAD", BodyPublishers.noBody()));
    }

    static HttpRequest.Builder request(URI upload) {
        return HttpRequest.newBuilder(upload).header("Tus-Resumable", "1.0.0");
    }

    static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return LINE.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static long offset(HttpResponse<byte[]> response) {
        return response.headers().firstValueAsLong("Upload-Offset").orElse(-1);
    }

    static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    static void assertProblem(HttpResponse<byte[]> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Tus-Resumable")).contains("1.0.0");
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains('"' + code + '"');
    }
}
