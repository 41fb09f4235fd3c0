package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendTest {

    private static final String PROJECT = "{\"projectCode\": \"2609-410105-04-01-123459\"}";
    private static final String MISTYPED = "{\"projectCode\": \"2609-410105-04-01-123458\"}";

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private GatewayStandIn gateway;
    private Path project;

    @BeforeEach
    void start() throws IOException {
        gateway = new GatewayStandIn(Town.in(home.resolve("data/sandbox")));
        project = Files.writeString(home.resolve("project.json"), PROJECT);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void tellsAReceipt() {
        assertThat(send("--as approval.henan project.code-assigned " + project)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("ACCEPTED", "2026-09-15T01:30:00.000Z", "01k5entry", "CN=gateway");
    }

    @Test
    void tellsARefusalAndWhatToDo() throws IOException {
        Files.writeString(project, MISTYPED);
        assertThat(send("--as approval.henan project.code-assigned " + project)).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("REFUSED 422 contract-violated", "请按提示修改后重发。", "/projectCode: 校验位不符", "CN=gateway")
                .contains("what to do: Correct it and send it again");
    }

    @Test
    void asksWhereTheServiceIsForAsking() {
        assertThat(send("--as grid.henan lead.lookup --purpose application " + project))
                .isZero();
        assertThat(gateway.manifests().get(0).kind()).isEqualTo("query");
        assertThat(gateway.manifests().get(0).purpose()).isEqualTo("application");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("ANSWERED", "\"state\" : \"reserved\"");
    }

    @Test
    void putsWhatItIsToldIntoTheManifest() {
        send("--as approval.henan --to grid.henan --case 2609-410105-04-01-123459 --id my-1 --type text/json"
                + " --attach " + project + " notice.published -");
        Manifest manifest = gateway.manifests().get(0);
        assertThat(List.of(manifest.id(), manifest.kind(), manifest.service(), manifest.from()))
                .containsExactly("my-1", "event", "notice.published", "approval.henan");
        assertThat(manifest.to()).isEqualTo("grid.henan");
        assertThat(manifest.caseNo()).isEqualTo("2609-410105-04-01-123459");
        assertThat(manifest.parts()).extracting(Manifest.Entry::name).containsExactly("payload", "project.json");
        assertThat(manifest.parts()).extracting(Manifest.Entry::type).containsExactly("text/json", "application/json");
    }

    @Test
    void isAboutTheProjectOfItsPayloadUnlessToldOtherwise() throws IOException {
        send("--as approval.henan project.code-assigned " + project);
        Files.writeString(project, "{\"leadNo\": \"L1\"}");
        send("--as approval.henan project.code-assigned " + project);
        assertThat(gateway.manifests()).extracting(Manifest::caseNo).containsExactly("2609-410105-04-01-123459", null);
    }

    @Test
    void explainsItself() {
        assertThat(send("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("usage: send --as PARTNER SERVICE FILE");
    }

    @Test
    void takesItsKeyFromAKeyStore() {
        Path sandbox = home.resolve("data/sandbox");
        assertThat(send("--as gateway --keystore " + sandbox.resolve("gateway.p12") + " --password-file "
                        + sandbox.resolve("gateway.password") + " notice.published " + project))
                .isZero();
    }

    @Test
    void asksTheGatewayForItsCertificateWhereNoneIsPinned() throws IOException {
        Files.delete(home.resolve("data/sandbox/gateway.pem"));
        assertThat(send("--as approval.henan project.code-assigned " + project)).isZero();
    }

    @Test
    void believesNoOtherGateway() {
        Path other = home.resolve("data/sandbox/grid.henan/certificate.pem");
        assertThat(send("--as approval.henan --gateway-certificate " + other + " project.code-assigned " + project))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("not signed by the gateway");
    }

    @Test
    void tellsTheAnswerAsJson() throws IOException {
        send("--json --as approval.henan project.code-assigned " + project);
        assertThat(Json.read(out.toByteArray()).path("kind").asText()).isEqualTo("receipt");
    }

    @Test
    void printsACommandThatSaysTheSame() {
        assertThat(send("--curl --id my-1 --as approval.henan project.code-assigned " + project))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("curl -sS -i -X POST '" + gateway.address() + "/exchange/v1/project.code-assigned'")
                .contains("-H 'DQ-Manifest: ", "-H 'DQ-Signature: ", "--data-binary '@" + project + "'");
        assertThat(gateway.manifests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "project.code-assigned -",
                "--as approval.henan project.code-assigned",
                "--as approval.henan Project -",
                "--as approval.henan --colour project.code-assigned -",
                "--as --to project.code-assigned -",
                "--as approval.henan --gateway nowhere project.code-assigned -",
                "--as approval.henan --id 1 --id 2 project.code-assigned -"
            })
    void explainsItselfWhenMisused(String line) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: send --as PARTNER SERVICE FILE");
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--as approval.henan project.code-assigned missing.json",
                "--as nobody.henan project.code-assigned -",
                "--as approval.henan --key data/none.pem project.code-assigned -"
            })
    void saysInOneSentenceWhichFileIsMissing(String line) {
        assertThat(send(line)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("no such file");
    }

    private int send(String line) {
        return run(
                "--home " + home + (line.contains("--gateway ") ? "" : " --gateway " + gateway.address()) + " " + line);
    }

    private int run(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.removeIf(String::isEmpty);
        return Send.run(
                words.toArray(String[]::new),
                new ByteArrayInputStream(PROJECT.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
