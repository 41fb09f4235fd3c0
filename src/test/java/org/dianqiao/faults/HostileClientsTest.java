package org.dianqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dianqiao.WithGateway;
import org.dianqiao.sandbox.Answer;
import org.dianqiao.sandbox.Letter;
import org.dianqiao.sandbox.Message;
import org.dianqiao.sandbox.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Clients that say half of what they should, or nonsense, and hold on: nobody else waits because of them. */
@ExtendWith(OutputCaptureExtension.class)
class HostileClientsTest extends WithGateway {

    private static final int MANY = 300;
    private static final int FOR_ONE_PARTNER = 128;
    private static final Duration PROMPT = Duration.ofSeconds(15);

    private static final ObjectNode QUESTION =
            JsonNodeFactory.instance.objectNode().put("projectCode", Projects.code(90_000));

    private final List<Socket> clients = new ArrayList<>();

    @BeforeAll
    static void aProjectIsKnown() {
        assertThat(desk("approval.henan").send(Projects.coded(90_000)).accepted())
                .isTrue();
    }

    @AfterEach
    void noThreadIsLost(CapturedOutput log) throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        await().untilAsserted(() -> assertThat(busyThreads()).isEmpty());
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    @Test
    void manyWhoSendHalfAHeadHoldUpNobody() throws IOException {
        for (int i = 0; i < MANY; i++) {
            client().getOutputStream().write(ascii("POST /exchange/v1/project.code-assigned HTTP/1.1\r\nHost: ga"));
        }
        othersAreAnswered();
    }

    @Test
    void manyWhoPromiseABodyAndStopHoldUpNobody() throws IOException {
        for (int i = 0; i < MANY; i++) {
            client().getOutputStream().write(head(Map.of("Content-Length", i % 2 == 0 ? "10485760" : "1000000")));
        }
        othersAreAnswered();
    }

    @Test
    void aPartnerWhoPromisesManyBodiesAndStopsHoldsUpNobody() throws IOException {
        Part drawing = new Part("红线图.dwg", "application/acad", new byte[10 << 20]);
        Message promised = desk("approval.henan").sign(Letter.of("project.code-assigned", "event", List.of(drawing)));
        byte[] head = head(Map.of(
                "Content-Length",
                "10485760",
                "Content-Type",
                "application/acad",
                "DQ-Manifest",
                promised.manifestHeader(),
                "DQ-Signature",
                promised.signatureHeader()));
        for (int i = 0; i < MANY; i++) {
            client().getOutputStream().write(head);
        }
        await().untilAsserted(() -> assertThat(busyThreads()).hasSizeBetween(FOR_ONE_PARTNER / 2, FOR_ONE_PARTNER));
        othersAreAnswered();
    }

    @Test
    void manyStrangersWhoPromiseABodyAndStopHoldUpNobody() throws IOException {
        Message stranger = desk("approval.henan").sign(Projects.coded(90_000));
        String manifest =
                new String(stranger.manifestBytes(), StandardCharsets.UTF_8).replace("approval.henan", "nobody");
        for (int i = 0; i < MANY; i++) {
            client().getOutputStream()
                    .write(head(Map.of(
                            "Content-Length", "1000000",
                            "DQ-Manifest", base64(manifest),
                            "DQ-Signature", stranger.signatureHeader())));
        }
        for (Socket client : clients) {
            assertThat(heard(client)).startsWith("HTTP/1.1 401 ").contains("\"code\":\"unknown-sender\"");
        }
        await().untilAsserted(() -> assertThat(busyThreads()).isEmpty());
        othersAreAnswered();
    }

    @Test
    void headersOfSixtyFourKibibytesAreRefused() throws IOException {
        Socket client = client();
        client.getOutputStream().write(head(Map.of("DQ-Manifest", "A".repeat(64 * 1024), "Content-Length", "0")));
        assertThat(heard(client)).startsWith("HTTP/1.1 400 ").contains("\"code\":\"malformed\"");
        othersAreAnswered();
    }

    @Test
    void garbageBehindARequestIsRefused() throws IOException {
        byte[] garbage = new byte[20_000];
        new Random(2609).nextBytes(garbage);
        for (int i = 0; i < 20; i++) {
            Socket client = client();
            sayAll(client, head(Map.of("Content-Length", "0")), garbage);
            assertThat(heard(client)).startsWith("HTTP/1.1 400 ").doesNotContain("java.", "\tat ", "Exception");
        }
        othersAreAnswered();
    }

    private static void othersAreAnswered() {
        for (int i = 0; i < 10; i++) {
            long asked = System.nanoTime();
            Answer answer = desk("grid.henan").send(Letter.query("lead.lookup", QUESTION));
            assertThat(answer.kind()).isEqualTo(Answer.Kind.REPLY);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(PROMPT);
        }
    }

    private Socket client() throws IOException {
        Socket client = new Socket(gateway().getHost(), gateway().getPort());
        client.setSoTimeout((int) PROMPT.toMillis());
        clients.add(client);
        return client;
    }

    private static byte[] head(Map<String, String> headers) {
        StringBuilder head = new StringBuilder("POST /exchange/v1/project.code-assigned HTTP/1.1\r\nHost: gateway\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return ascii(head + "\r\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The other side may have hung up before the last word. */
    private static void sayAll(Socket client, byte[]... words) {
        try {
            for (byte[] word : words) {
                client.getOutputStream().write(word);
            }
        } catch (SocketException hungUp) {
            assertThat(hungUp).hasMessageMatching("(?i).*(reset|broken pipe).*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String heard(Socket client) throws IOException {
        byte[] words = new byte[16 * 1024];
        int length = client.getInputStream().read(words);
        return new String(words, 0, Math.max(0, length), StandardCharsets.UTF_8);
    }

    /** The server's threads that do not wait for their next request. */
    private static List<String> busyThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().matches("http-nio-.*-exec-.*"))
                .filter(thread -> Arrays.stream(thread.getValue())
                        .noneMatch(frame -> frame.getClassName().endsWith(".TaskQueue")))
                .map(thread -> thread.getKey().getName())
                .toList();
    }
}
