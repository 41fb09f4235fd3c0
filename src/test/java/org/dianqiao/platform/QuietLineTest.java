package org.dianqiao.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.dianqiao.threads.Daemons;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A system that answers by the path it is asked for, and sometimes once too often. */
class QuietLineTest {

    private final LinesInCommon lines = new LinesInCommon();
    private final QuietLine quiet = new QuietLine();
    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(lines)
            .setRequestExecutor(quiet)
            .disableAutomaticRetries()
            .addExecInterceptorFirst("quiet", quiet)
            .build();
    private final List<Socket> opened = new CopyOnWriteArrayList<>();
    private ServerSocket system;

    @BeforeEach
    void opens() throws IOException {
        system = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Daemons.of("system", this::accept).start();
    }

    @AfterEach
    void closes() throws IOException {
        system.close();
        lines.hangUp();
    }

    @Test
    void isKept() throws IOException {
        assertThat(List.of(ask("one"), ask("two"))).containsExactly("one", "two");
        assertThat(opened).hasSize(1);
    }

    @Test
    void takesNoAnswerThatCameInOneGoWithTheOneBefore() throws IOException {
        assertThat(ask("twice")).isEqualTo("twice");
        assertThatThrownBy(() -> ask("two")).isInstanceOf(NobodysAnswer.class);
        assertThat(ask("three")).isEqualTo("three");
    }

    @Test
    void asksOnAnotherWhereSomethingWasSaidMeanwhile() throws IOException {
        assertThat(ask("one")).isEqualTo("one");
        say(opened.get(0), "nobody asked");
        assertThat(ask("two")).isEqualTo("two");
        assertThat(opened).hasSize(2);
    }

    @Test
    void mindsNoLineEndsBehindAnAnswer() throws IOException {
        assertThat(List.of(ask("line-ends"), ask("two"))).containsExactly("line-ends", "two");
        assertThat(opened).hasSize(1);
    }

    @Test
    void waitsForAnAnswerThatIsAnnounced() throws IOException {
        assertThat(List.of(ask("announced"), ask("two"))).containsExactly("announced", "two");
        assertThat(opened).hasSize(1);
    }

    private String ask(String path) throws IOException {
        return client.execute(
                new HttpGet("http://127.0.0.1:" + system.getLocalPort() + "/" + path),
                answer -> EntityUtils.toString(answer.getEntity()));
    }

    private void accept() {
        while (!system.isClosed()) {
            try {
                Socket line = system.accept();
                opened.add(line);
                Daemons.of("line", () -> converse(line)).start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void converse(Socket line) {
        try (line) {
            BufferedReader questions = new BufferedReader(new InputStreamReader(line.getInputStream(), US_ASCII));
            for (String asked = questions.readLine(); asked != null; asked = questions.readLine()) {
                if (asked.startsWith("GET /")) {
                    String path = asked.substring("GET /".length(), asked.lastIndexOf(' '));
                    while (!questions.readLine().isEmpty()) {}
                    write(line, answer(path));
                }
            }
        } catch (IOException hungUp) {
            // closed for what was said on it
        }
    }

    private static String answer(String path) {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + path.length() + "\r\n\r\n" + path;
        return switch (path) {
            case "twice" -> answer + answer;
            case "line-ends" -> answer + "\r\n";
            case "announced" -> "HTTP/1.1 103 Early Hints\r\n\r\n" + answer;
            default -> answer;
        };
    }

    /** Arrived when this is over: the client reads the same loopback. */
    private static void say(Socket line, String words) throws IOException {
        write(line, "HTTP/1.1 200 OK\r\nContent-Length: " + words.length() + "\r\n\r\n" + words);
    }

    private static void write(Socket line, String words) throws IOException {
        OutputStream out = line.getOutputStream();
        out.write(words.getBytes(US_ASCII));
        out.flush();
    }
}
