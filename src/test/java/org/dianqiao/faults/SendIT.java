package org.dianqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.Patience.LONG;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** What a run of the verb said and how it ended. */
    private record Run(int exit, String said) {}

    @Test
    void sendsAMessageThatIsAccepted() throws Exception {
        Run run = send(gateway(), project("2609-410105-04-01-123459"));
        assertThat(run.exit()).as(run.said()).isZero();
        assertThat(run.said()).contains("已受理 ACCEPTED", "CN=gateway", "the signature holds");
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
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly().onExit().join();
        assertThat(ended).isTrue();
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
