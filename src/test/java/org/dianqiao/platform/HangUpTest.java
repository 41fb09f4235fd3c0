package org.dianqiao.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partners whose answers do not end: none of them holds a line, and none takes the lines of the others. */
class HangUpTest {

    private static final String PROMISE = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx";

    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final LinesInCommon lines = new LinesInCommon();
    private Saying saying = out -> out.write(PROMISE.getBytes(US_ASCII));
    private ServerSocket partner;

    private interface Saying {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    @BeforeEach
    void opens() throws IOException {
        partner = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::begin, "partner");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void closes() throws IOException {
        partner.close();
        lines.hangUp();
    }

    /** It promises a thousand bytes, sends one, and neither goes on nor hangs up. */
    @Test
    void doesNotHearTheRestOfAnAnswerThatNobodyWants() throws Exception {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(ask(Timeout.ofSeconds(15))).isEqualTo('x');
            hungUp.await();
        });
    }

    @Test
    void givesUpAHeadOfLinesWithoutEnd() {
        saying = out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
            while (true) {
                out.write("X-More: and more\r\n".getBytes(US_ASCII));
            }
        };
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(() -> ask(Timeout.ofSeconds(15)))
                .isInstanceOf(MessageConstraintException.class));
    }

    @Test
    void givesUpAHeadOfOneLineWithoutEnd() {
        saying = out -> {
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(US_ASCII));
            while (true) {
                out.write("longer and longer ".getBytes(US_ASCII));
            }
        };
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatThrownBy(() -> ask(Timeout.ofSeconds(15)))
                .isInstanceOf(MessageConstraintException.class));
    }

    /** Each byte comes in time, and the head never. */
    @Test
    void givesUpAHeadThatComesByteByByte() {
        saying = out -> {
            out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(US_ASCII));
            while (!hungUp.await(20, TimeUnit.MILLISECONDS)) {
                out.write('z');
                out.flush();
            }
        };
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThatThrownBy(() -> ask(Timeout.ofMilliseconds(500)))
                        .isInstanceOf(SocketTimeoutException.class));
    }

    /** As it does when something throws an Error while it sends. */
    @Test
    void keepsTheLinesOfAllThoughTheClientWouldCloseThem() throws Exception {
        lines.close(CloseMode.IMMEDIATE);
        assertThat(ask(Timeout.ofSeconds(15))).isEqualTo('x');
    }

    private int ask(Timeout patience) throws IOException {
        CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(lines)
                .disableAutomaticRetries()
                .addExecInterceptorFirst("hang-up", new HangUp(patience))
                .build();
        return client.execute(new HttpGet("http://127.0.0.1:" + partner.getLocalPort()), HangUpTest::oneByte);
    }

    private static int oneByte(ClassicHttpResponse response) throws IOException {
        try (InputStream answer = response.getEntity().getContent()) {
            return answer.read();
        }
    }

    private void begin() {
        try (Socket line = partner.accept()) {
            OutputStream out = line.getOutputStream();
            line.setTcpNoDelay(true);
            saying.to(out);
            out.flush();
            line.getInputStream().readAllBytes();
        } catch (IOException | InterruptedException broken) {
            // hung up, too
        } finally {
            hungUp.countDown();
        }
    }
}
