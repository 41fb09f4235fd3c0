package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dianqiao.sandbox.Answer.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {

    private static final String NOW = "2026-09-15T01:30:00.000Z";

    @TempDir
    private Path folder;

    private Identity gateway;
    private Signatories pinned;
    private Message asked;

    @BeforeEach
    void ask() throws IOException {
        Town town = Town.in(folder);
        gateway = town.gateway();
        pinned = town.pinned("gateway.pem");
        asked = Letter.event("project.code-assigned", Json.object()).signed(town.approvalPlatform(), NOW);
    }

    @Test
    void believesAReceipt() {
        Answer answer = read(202, receipt());
        assertThat(answer.kind()).isEqualTo(Kind.RECEIPT);
        assertThat(answer.entry()).isEqualTo("01k5entry");
        assertThat(answer.signedBy()).isNotNull();
    }

    @Test
    void believesASignedRefusal() {
        ObjectNode problem = Json.object().put("code", "not-permitted").put("detail", "未获授权");
        Answer answer = read(403, answer("refusal", problem));
        assertThat(answer.code()).isEqualTo("not-permitted");
        assertThat(answer.detail()).isEqualTo("未获授权");
    }

    @Test
    void believesAnUnsignedRefusalOnlyWhereItCannotBeSigned() {
        assertThat(unsigned(401, "{\"code\":\"unknown-sender\"}").code()).isEqualTo("unknown-sender");
        assertThatThrownBy(() -> unsigned(403, "{\"code\":\"not-permitted\"}"))
                .hasMessage("HTTP 403: the refusal is not signed");
    }

    @Test
    void believesNothingThatIsNotTheProtocols() {
        assertThatThrownBy(() -> unsigned(200, "{}")).hasMessage("HTTP 200: the answer is not signed");
        assertThatThrownBy(() -> unsigned(502, "<html>Bad Gateway</html>")).isInstanceOf(FalseAnswer.class);
    }

    @Test
    void believesNoAnswerToAnotherMessage() {
        Manifest other = Letter.event("project.code-assigned", Json.object())
                .signed(gateway, NOW)
                .manifest();
        assertFalseAnswer(202, sealed(Manifest.answering(other, "receipt", "gateway", NOW, List.of()), null));
    }

    @Test
    void believesNoReceiptForOtherBytes() {
        assertFalseAnswer(202, answer("receipt", Json.object().put("manifest", "0".repeat(64))));
    }

    @Test
    void believesNoReplyToAnEvent() {
        assertFalseAnswer(200, answer("reply", Json.object()));
    }

    @Test
    void believesNoRefusalThatSaysItIsWell() {
        assertFalseAnswer(200, answer("refusal", Json.object()));
    }

    @Test
    void believesNoBodyOtherThanTheSignedOne() {
        Message receipt = receipt();
        Part other = new Part("body", "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        assertFalseAnswer(
                202, new Message(receipt.manifest(), receipt.manifestBytes(), receipt.signature(), List.of(other)));
    }

    @Test
    void believesNoManifestThatSaysAnythingTwice() {
        String twice = new String(receipt().manifestBytes(), StandardCharsets.UTF_8)
                .replace("\"kind\":", "\"kind\":\"refusal\",\"kind\":");
        byte[] bytes = twice.getBytes(StandardCharsets.UTF_8);
        Message doubled = new Message(
                receipt().manifest(), bytes, gateway.seal(bytes), receipt().parts());
        assertFalseAnswer(202, doubled);
    }

    private void assertFalseAnswer(int status, Message answer) {
        assertThatThrownBy(() -> read(status, answer)).isInstanceOf(FalseAnswer.class);
    }

    private Message receipt() {
        return answer("receipt", Json.object().put("accepted", NOW).put("manifest", Sm3.hex(asked.manifestBytes())));
    }

    private Message answer(String kind, ObjectNode body) {
        Part part = new Part("body", "application/json", Json.write(body));
        return sealed(Manifest.answering(asked.manifest(), kind, "gateway", NOW, List.of(part.entry())), part);
    }

    private Message sealed(Manifest manifest, @Nullable Part part) {
        return Message.sealed(manifest, part == null ? List.of() : List.of(part), gateway);
    }

    private Answer read(int status, Message answer) {
        Body body = answer.body();
        return read(new Line.Response(
                status,
                answer.manifestHeader(),
                answer.signatureHeader(),
                "01k5entry",
                body.type(),
                null,
                body.bytes()));
    }

    private Answer unsigned(int status, String body) {
        return read(new Line.Response(
                status, null, null, null, "application/problem+json", null, body.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer read(Line.Response response) {
        return new Reading(asked, pinned, response).answer();
    }
}
