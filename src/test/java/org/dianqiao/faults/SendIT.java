package org.dianqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dianqiao.WithGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar's verb `send`, as a newcomer uses it: its words and its exit code. */
class SendIT extends WithGateway {

    @TempDir
    private Path folder;

    /** What a run of the verb said, how it ended and how long it took. */
    private record Run(int exit, String said, Duration took) {}

    @Test
    void sendsAMessageThatIsAccepted() throws Exception {
        Run run = send(gateway(), project("2609-410105-04-01-123459"));
        assertThat(run.exit()).as(run.said()).isZero();
        assertThat(run.said()).contains("已受理 ACCEPTED", "CN=gateway", "the signature holds");
        assertThat(run.took()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void tellsWhyAMessageIsRefused() throws Exception {
        Run run = send(gateway(), project("2609-410105-04-01-123458"));
        assertThat(run.exit()).as(run.said()).isOne();
        assertThat(run.said()).contains("退回 REFUSED 422 contract-violated", "/projectCode: ", "校验位");
    }

    @Test
    void saysThatTheGatewayIsAway() throws Exception {
        Run run = send(URI.create("http://127.0.0.1:" + unusedPort()), project("2609-410105-04-01-123459"));
        assertThat(run.exit()).as(run.said()).isEqualTo(2);
        assertThat(run.said()).contains("no answer from http://127.0.0.1:").doesNotContain("\tat ");
    }

    private Path project(String code) throws IOException {
        return Files.writeString(
                folder.resolve("project.json"), Projects.project(code).toString());
    }

    private Run send(URI to, Path file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(GatewayJar.command(GatewayJar.packedJar()));
        command.addAll(List.of("send", "--as", "approval.henan", "--home", home().toString()));
        command.addAll(List.of("--gateway", to.toString(), "project.code-assigned", file.toString()));
        Path output = folder.resolve("output");
        long asked = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly().onExit().join();
        assertThat(ended).isTrue();
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        System.out.printf("send ended with %d in %.1f s%n", process.exitValue(), took.toMillis() / 1000.0);
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8), took);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
