package org.dianqiao.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dianqiao.Draft.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the address of an upload answers: tus 1.0.0, its core. */
class TusDoorTest extends WithUploads {

    private final Piece drawing = drawing(3 * MIB + 1000);
    private final byte[] bytes = drawing.bytes();

    @Test
    void saysHowFarItIs() {
        URI upload = announced(drawing);
        patch(upload, 0, part(bytes, 0, 70_000));
        HttpResponse<byte[]> head = head(upload);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(offset(head)).isEqualTo(70_000);
        assertThat(head.headers().firstValueAsLong("Upload-Length")).hasValue(bytes.length);
        assertThat(head.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(head.headers().firstValue("Tus-Resumable")).contains("1.0.0");
    }

    @Test
    void takesItInOneGo() {
        URI upload = announced(drawing);
        HttpResponse<byte[]> patch = patch(upload, 0, bytes);
        assertThat(patch.statusCode()).isEqualTo(204);
        assertThat(patch.body()).isEmpty();
        assertThat(patch.headers().firstValue("Tus-Resumable")).contains("1.0.0");
        assertThat(offset(patch)).isEqualTo(bytes.length);
        assertThat(offset(head(upload))).isEqualTo(bytes.length);
    }

    @Test
    void takesItWithoutALengthInFront() {
        URI upload = announced(drawing);
        assertThat(patch(upload, 0, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                        .statusCode())
                .isEqualTo(204);
        assertThat(offset(head(upload))).isEqualTo(bytes.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 999, 64 << 10})
    void takesItInSmallChunks(int size) {
        Piece small = drawing(Math.min(20 * size + 7, MIB + 7));
        URI upload = announced(small);
        for (int at = 0; at < small.bytes().length; at += size) {
            int end = Math.min(small.bytes().length, at + size);
            HttpResponse<byte[]> patch = patch(upload, at, part(small.bytes(), at, end));
            assertThat(patch.statusCode()).isEqualTo(204);
            assertThat(offset(patch)).isEqualTo(end);
        }
        assertThat(offset(head(upload))).isEqualTo(small.bytes().length);
    }

    @Test
    void refusesAnotherOffset() {
        URI upload = announced(drawing);
        patch(upload, 0, part(bytes, 0, MIB));
        assertProblem(patch(upload, 0, bytes), 409, "wrong-offset");
        assertProblem(patch(upload, MIB + 1, part(bytes, MIB + 1, bytes.length)), 409, "wrong-offset");
        assertThat(patch(upload, MIB, part(bytes, MIB, bytes.length)).statusCode())
                .isEqualTo(204);
    }

    @Test
    void beginsAgainAfterAWrongDigest() {
        URI upload = announced(drawing);
        byte[] wrong = bytes.clone();
        wrong[MIB]++;
        assertProblem(patch(upload, 0, wrong), 460, "wrong-digest");
        assertThat(offset(head(upload))).isZero();
        assertThat(patch(upload, 0, bytes).statusCode()).isEqualTo(204);
        bean(UploadWatch.class).clean();
        assertThat(offset(head(upload))).isEqualTo(bytes.length);
        assertThat(pieces(upload)).isEqualTo(4);
    }

    @Test
    void refusesMoreThanWasAnnounced() {
        URI upload = announced(drawing);
        assertProblem(patch(upload, 0, new byte[bytes.length + 1]), 413, "too-large");
        assertThat(offset(head(upload))).isZero();
    }

    @Test
    void refusesMoreThanWasAnnouncedWithoutALengthInFront() {
        URI upload = announced(drawing);
        byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
        HttpResponse<byte[]> patch =
                patch(upload, 0, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(more)));
        assertProblem(patch, 413, "too-large");
        assertThat(offset(patch)).isEqualTo(bytes.length);
        assertThat(offset(head(upload))).isEqualTo(bytes.length);
    }

    @Test
    void refusesAnotherVersion() {
        URI upload = announced(drawing);
        HttpResponse<byte[]> none = send(HttpRequest.newBuilder(upload).method("HEAD", BodyPublishers.noBody()));
        assertThat(none.statusCode()).isEqualTo(412);
        assertThat(none.headers().firstValue("Tus-Version")).contains("1.0.0");
        HttpResponse<byte[]> other = send(HttpRequest.newBuilder(upload)
                .header("Tus-Resumable", "0.2.2")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(bytes)));
        assertProblem(other, 412, "wrong-version");
        assertThat(offset(head(upload))).isZero();
    }

    @Test
    void takesItsContentTypeInAnyWriting() {
        URI upload = announced(drawing);
        HttpResponse<byte[]> patch = send(request(upload)
                .header("Upload-Offset", "0")
                .header("Content-Type", "Application/Offset+Octet-Stream; charset=binary")
                .method("PATCH", BodyPublishers.ofByteArray(bytes)));
        assertThat(patch.statusCode()).isEqualTo(204);
    }

    @Test
    void refusesAnotherContentType() {
        URI upload = announced(drawing);
        HttpResponse<byte[]> patch = send(request(upload)
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/acad")
                .method("PATCH", BodyPublishers.ofByteArray(bytes)));
        assertProblem(patch, 415, "wrong-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "1e3", "0x0", "99999999999999999999"})
    void refusesWhatIsNoOffset(String offset) {
        HttpResponse<byte[]> patch = send(request(announced(drawing))
                .header("Upload-Offset", offset)
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(bytes)));
        assertProblem(patch, 400, "malformed");
    }

    @Test
    void takesAnotherMethodsNameInAHeader() {
        URI upload = announced(drawing);
        HttpResponse<byte[]> patch = send(request(upload)
                .header("X-HTTP-Method-Override", "PATCH")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .POST(BodyPublishers.ofByteArray(bytes)));
        assertThat(patch.statusCode()).isEqualTo(204);
    }

    @Test
    void saysWhichVersionItSpeaks() {
        HttpResponse<byte[]> options =
                send(HttpRequest.newBuilder(announced(drawing)).method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Tus-Version")).contains("1.0.0");
    }

    @Test
    void givesNothingToRead() {
        URI upload = announced(drawing);
        patch(upload, 0, bytes);
        for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
            HttpResponse<byte[]> answer = send(request(upload).method(method, BodyPublishers.noBody()));
            assertProblem(answer, 405, "wrong-method");
            assertThat(answer.headers().firstValue("Allow")).contains("HEAD, PATCH, OPTIONS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "%2e%2e", "../certificates", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "a/b"})
    void knowsNoOtherAddress(String token) {
        URI upload = URI.create(gateway() + "/exchange/v1/uploads/" + token);
        HttpResponse<byte[]> answer = patch(upload, 0, part(bytes, 0, 1000));
        assertThat(answer.statusCode()).isBetween(400, 405);
        assertThat(send(request(upload).method("HEAD", BodyPublishers.noBody())).statusCode())
                .isBetween(400, 405);
    }

    @Test
    void letsOneOfTwoAtOnceThrough() throws Exception {
        URI upload = announced(drawing);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> patch = () -> patch(upload, 0, bytes).statusCode();
            List<Integer> answers = both.invokeAll(List.of(patch, patch)).stream()
                    .map(each -> {
                        try {
                            return each.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .sorted()
                    .toList();
            assertThat(answers.get(0)).isEqualTo(204);
            assertThat(answers.get(1)).isIn(409, 413, 423);
        } finally {
            both.shutdown();
        }
        assertThat(offset(head(upload))).isEqualTo(bytes.length);
    }

    private static long pieces(URI upload) {
        String token = upload.getPath().substring(upload.getPath().lastIndexOf('/') + 1);
        return database().sql("""
                        SELECT count(*) FROM part_piece p JOIN upload u ON p.entry LIKE u.entry || '.%'
                        WHERE u.token = ?
                        """).param(token).query(Long.class).single();
    }
}
