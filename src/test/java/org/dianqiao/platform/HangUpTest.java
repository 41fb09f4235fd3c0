package org.dianqiao.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner promises a thousand bytes, sends one, and neither goes on nor hangs up. */
class HangUpTest {

    private final CountDownLatch hungUp = new CountDownLatch(1);
    private ServerSocket partner;

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
    }

    @Test
    void doesNotHearTheRestOfAnAnswerThatNobodyWants() throws Exception {
        try (CloseableHttpClient client = HttpClients.custom()
                .addExecInterceptorFirst("hang-up", new HangUp())
                .build()) {
            HttpGet request = new HttpGet("http://127.0.0.1:" + partner.getLocalPort());
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                assertThat(client.execute(request, HangUpTest::oneByte)).isEqualTo('x');
                hungUp.await();
            });
        }
    }

    private static int oneByte(ClassicHttpResponse response) throws IOException {
        try (InputStream answer = response.getEntity().getContent()) {
            return answer.read();
        }
    }

    private void begin() {
        try (Socket line = partner.accept()) {
            OutputStream out = line.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx".getBytes(US_ASCII));
            out.flush();
            line.getInputStream().readAllBytes();
        } catch (IOException broken) {
            // hung up, too
        } finally {
            hungUp.countDown();
        }
    }
}
