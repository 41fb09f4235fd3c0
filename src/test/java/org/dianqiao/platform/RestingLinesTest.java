package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;

class RestingLinesTest {

    /** Longer than a line rests before it is looked at, and shorter than the client's own patience with it. */
    private static final long REST = 400;

    @Test
    void areNotSpokenOnAfterTheOtherSideHasClosedThem() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                LinesInCommon lines = new LinesInCommon();
                CloseableHttpClient client = HttpClients.custom()
                        .setConnectionManager(lines)
                        .disableAutomaticRetries()
                        .build()) {
            for (int question = 0; question < 3; question++) {
                CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> answerOnce(door));
                HttpGet asked = new HttpGet("http://127.0.0.1:" + door.getLocalPort() + "/");
                int status = client.execute(asked, answer -> answer.getCode());
                assertThat(status).isEqualTo(200);
                closed.join();
                Thread.sleep(REST);
            }
        }
    }

    /** Without saying that it is the only time. */
    private static void answerOnce(ServerSocket door) {
        try (Socket line = door.accept()) {
            BufferedReader request =
                    new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
            while (!request.readLine().isEmpty()) {
                continue;
            }
            line.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
