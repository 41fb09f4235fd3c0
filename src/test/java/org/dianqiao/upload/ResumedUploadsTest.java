package org.dianqiao.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tus.java.client.TusClient;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dianqiao.Draft.Piece;
import org.junit.jupiter.api.Test;

/** Lines break, and a client that somebody else wrote goes on where the gateway is. */
class ResumedUploadsTest extends WithUploads {

    private final Piece drawing = drawing(5 * MIB + 321);
    private final byte[] bytes = drawing.bytes();

    @Test
    void goesThroughWithATusClient() throws Exception {
        URI upload = announced(drawing);
        send(resumed(upload, bytes), Integer.MAX_VALUE);
        assertThat(offset(head(upload))).isEqualTo(bytes.length);
    }

    @Test
    void goesThroughInRequestsOf64KiB() throws Exception {
        Piece small = drawing(MIB + 99);
        URI upload = announced(small);
        TusUploader uploader = resumed(upload, small.bytes());
        uploader.setRequestPayloadSize(64 << 10);
        send(uploader, Integer.MAX_VALUE);
        assertThat(offset(head(upload))).isEqualTo(small.bytes().length);
    }

    @Test
    void goesOnAfterTheClientWasInterrupted() throws Exception {
        URI upload = announced(drawing);
        send(resumed(upload, bytes), 2 * MIB + 77);
        assertThat(offset(head(upload))).isEqualTo(2 * MIB + 77);
        send(resumed(upload, bytes), Integer.MAX_VALUE);
        assertThat(offset(head(upload))).isEqualTo(bytes.length);
    }

    @Test
    void keepsWhatCameBeforeTheLineBroke() throws Exception {
        URI upload = announced(drawing);
        hang(upload, 0, bytes.length, part(bytes, 0, MIB + 5000)).close();
        await().until(() -> find(upload).received() == MIB + 5000);
        send(resumed(upload, bytes), Integer.MAX_VALUE);
        assertThat(offset(head(upload))).isEqualTo(bytes.length);
    }

    @Test
    void letsWhoAsksGoOnWhileTheOldRequestStillHangs() throws Exception {
        URI upload = announced(drawing);
        try (Socket hanging = hang(upload, 0, bytes.length, part(bytes, 0, MIB + 5000))) {
            await().until(() -> find(upload).received() == MIB);
            send(resumed(upload, bytes), Integer.MAX_VALUE);
            assertThat(offset(head(upload))).isEqualTo(bytes.length);
            hanging.getOutputStream().write(new byte[1000]);
        }
        assertThat(offset(head(upload))).isEqualTo(bytes.length);
    }

    @Test
    void whatTheOldRequestHeldIsNotAddedBehindSomebodysBack() throws Exception {
        URI upload = announced(drawing);
        try (Socket hanging = hang(upload, 0, MIB + 5001, part(bytes, 0, MIB + 5000))) {
            await().until(() -> find(upload).received() == MIB);
            long told = offset(head(upload));
            hanging.getOutputStream().write(bytes[MIB + 5000]);
            assertThat(answer(hanging)).startsWith("HTTP/1.1 423");
            assertThat(patch(upload, told, part(bytes, (int) told, bytes.length))
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    @Test
    void takesManyAtOnce() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Long>> uploads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Piece each = drawing(3 * MIB + i);
                uploads.add(() -> {
                    URI upload = announced(each);
                    send(resumed(upload, each.bytes()), 2 * MIB);
                    send(resumed(upload, each.bytes()), Integer.MAX_VALUE);
                    return offset(head(upload)) - each.bytes().length;
                });
            }
            for (Future<Long> left : senders.invokeAll(uploads)) {
                assertThat(left.get()).isZero();
            }
        } finally {
            senders.shutdown();
        }
    }

    /** What the client does before it sends: it asks how far the gateway is. */
    private static TusUploader resumed(URI upload, byte[] bytes) throws Exception {
        TusUpload told = new TusUpload();
        told.setInputStream(new ByteArrayInputStream(bytes));
        told.setSize(bytes.length);
        TusUploader uploader = new TusClient().beginOrResumeUploadFromURL(told, upload.toURL());
        uploader.setChunkSize(1 << 16);
        return uploader;
    }

    /** Sends until there is no more, or so many bytes went. */
    private static void send(TusUploader uploader, int most) throws Exception {
        long end = Math.min(Integer.MAX_VALUE, uploader.getOffset() + most);
        if (most < Integer.MAX_VALUE) {
            uploader.setRequestPayloadSize(most);
        }
        int sent = 1;
        while (sent > 0 && uploader.getOffset() < end) {
            sent = uploader.uploadChunk((int) Math.min(1 << 16, end - uploader.getOffset()));
        }
        uploader.finish();
    }

    /** Begins a PATCH of so many bytes, and sends only some. */
    private static Socket hang(URI upload, long offset, int length, byte[] some) throws IOException {
        Socket socket = new Socket(upload.getHost(), upload.getPort());
        String head = "PATCH " + upload.getPath() + " HTTP/1.1\r\nHost: " + upload.getAuthority()
                + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: " + offset
                + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: " + length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(some);
        socket.getOutputStream().flush();
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    /** Without asking at the door, which would begin another turn. */
    private static Upload find(URI upload) {
        return bean(UploadStore.class)
                .find(upload.getPath().substring(upload.getPath().lastIndexOf('/') + 1))
                .orElseThrow();
    }
}
