package org.dianqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tus.java.client.ProtocolException;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.dianqiao.Draft;
import org.dianqiao.Homes;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.sandbox.Identity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A drawing larger than the gateway's memory, sent by a client that somebody else wrote, while the gateway is killed.
 * Its heap is taken from the system at once, so that the process grows only by what it holds beside it.
 */
class LargePartsIT {

    private static final int MIB = 1 << 20;
    private static final long MOST_ABOVE_IDLE = 64L * MIB;
    private static final Duration LONG = Duration.ofMinutes(20);

    private final Drawing drawing = new Drawing(Long.getLong("dianqiao.drawing", 256) * MIB + 12_345);
    private final String sm3 = drawing.sm3();
    private final Henan henan = new Henan();
    private final GatewayJar gateway =
            GatewayJar.in(henan.home()).with("JDK_JAVA_OPTIONS", "-Xms192m -XX:+AlwaysPreTouch");
    private final Identity platform = henan.identity("approval.henan");
    private Archive archive;

    @BeforeEach
    void theGridHasAnArchive() throws IOException {
        archive = Archive.open(henan.identity("grid.henan"));
        Homes.point(henan.home(), "grid.henan", archive.endpoint());
        Path partners = henan.home().resolve("mappings/partners");
        change(partners.resolve("grid.henan.yaml"), "receives: [", "receives: [notice.published, ");
        change(partners.resolve("approval.henan.yaml"), "sends:\n", "sends:\n  - { service: notice.published }\n");
        gateway.start();
    }

    @AfterEach
    void end() {
        gateway.close();
        archive.close();
        henan.close();
    }

    @Test
    void goThroughWithAKillInTheMiddleAndAFlatLineOfMemory() throws Exception {
        URI upload = announced();
        long received = killInTheMiddle(upload);

        TusUploader uploader = resumed(upload);
        assertThat(uploader.getOffset()).isBetween(received, drawing.length() - 1);
        long offset = uploader.getOffset();
        Memory memory = Memory.of(gateway.pid());
        long begun = System.nanoTime();
        send(uploader);
        say("sent", drawing.length() - offset, begun);
        for (int messages = 1; messages <= 2; messages++) {
            begun = System.nanoTime();
            name(messages);
            say("delivered", drawing.length(), begun);
        }
        memory.stop();
        System.out.println(memory);
        assertThat(archive.digests()).containsExactly(sm3, sm3);
        assertThat(memory.heapAboveIdle()).isLessThan(MOST_ABOVE_IDLE);
        assertThat(memory.processAboveIdle()).isLessThan(MOST_ABOVE_IDLE);
    }

    private URI announced() {
        Draft announcement = Draft.event("approval.henan", platform::seal, "part.upload", Plots.object())
                .pieces()
                .naming("总平面图.dwg", drawing.length(), sm3);
        Reply receipt = announcement.sealed().post(gateway.url());
        assertThat(receipt.status()).isEqualTo(202);
        return URI.create(receipt.json().path("upload").asText());
    }

    /** How much was there before. */
    private long killInTheMiddle(URI upload) throws Exception {
        TusUploader uploader = resumed(upload);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
            try {
                send(uploader);
            } catch (IOException | ProtocolException e) {
                throw new IllegalStateException(e);
            }
        });
        await().atMost(LONG).until(() -> received() > drawing.length() / 3);
        long received = received();
        gateway.kill();
        assertThat(sending).failsWithin(LONG);
        gateway.start();
        return received;
    }

    private long received() {
        return gateway.database()
                .sql("SELECT received FROM upload")
                .query(Long.class)
                .single();
    }

    private TusUploader resumed(URI upload) throws IOException, ProtocolException {
        TusUpload told = new TusUpload();
        told.setInputStream(drawing.open());
        told.setSize(drawing.length());
        TusUploader uploader = new TusClient().beginOrResumeUploadFromURL(told, upload.toURL());
        uploader.setChunkSize(1 << 16);
        return uploader;
    }

    private static void send(TusUploader uploader) throws IOException, ProtocolException {
        int sent = 1;
        while (sent > 0) {
            sent = uploader.uploadChunk();
        }
        uploader.finish();
    }

    private void name(int messages) {
        Draft notice = Draft.event("approval.henan", platform::seal, "notice.published", Plots.notice("总平面图"))
                .naming("总平面图.dwg", drawing.length(), sm3);
        assertThat(notice.sealed().post(gateway.url()).status()).isEqualTo(202);
        await().atMost(LONG).until(() -> archive.digests().size() == messages);
    }

    private static void say(String what, long bytes, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%s %d MiB in %.1f s, %.0f MB/s%n", what, bytes / MIB, seconds, bytes / 1e6 / seconds);
    }

    private static void change(Path file, String words, String others) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(words);
        Files.writeString(file, text.replace(words, others));
    }
}
