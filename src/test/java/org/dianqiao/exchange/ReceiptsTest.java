package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.sandbox.Newcomers;
import org.dianqiao.sandbox.Signatories;
import org.junit.jupiter.api.Test;

/** What an answer says and who can check it. */
class ReceiptsTest extends AtTheDoor {

    private final Parcel parcel = coded().put("case", Plots.CODE).sealed();

    @Test
    void holdsWithTheCertificatesThatTheGatewayGives() throws IOException {
        Reply reply = post(parcel);
        Signatories told = Signatories.told(gateway());
        assertThat(Newcomers.sealedBy(told, reply.bytes("DQ-Manifest"), reply.bytes("DQ-Signature")))
                .isTrue();
        assertThat(Newcomers.sealedBy(told, parcel.manifest(), reply.bytes("DQ-Signature")))
                .isFalse();
    }

    @Test
    void saysWhatWasAcceptedAndWhen() {
        Reply reply = post(parcel);
        JsonNode body = reply.json();
        assertThat(body.path("manifest").asText()).isEqualTo(Draft.sm3(parcel.manifest()));
        assertThat(body.path("entry").asText()).isEqualTo(reply.header("DQ-Entry"));
        assertThat(Instant.parse(body.path("accepted").asText()))
                .isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void carriesASignedTreeHead() {
        JsonNode head = post(parcel).json().path("head");
        String text = "dqx-head/1\n%s\n%s\n%s\n"
                .formatted(
                        head.path("size").asText(),
                        head.path("root").asText(),
                        head.path("time").asText());
        assertThat(head.path("size").isIntegralNumber()).isTrue();
        assertThat(head.path("root").asText()).matches("[0-9a-f]{64}");
        byte[] signature = Base64.getDecoder().decode(head.path("signature").asText());
        assertThat(Newcomers.sealedBy(signatories(), text.getBytes(StandardCharsets.UTF_8), signature))
                .isTrue();
    }

    @Test
    void carriesTheCaseOver() {
        assertThat(post(parcel).manifest().path("case").asText()).isEqualTo(Plots.CODE);
    }

    @Test
    void answersAQueryWithAReply() {
        String code = Plots.freshCode();
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
        Parcel question = query(GRID, "lead.lookup", Plots.leadOf(code)).sealed();
        Reply reply = post(question);
        assertThat(reply.status()).isEqualTo(200);
        assertAnswer(reply, question, "reply");
        assertThat(reply.headers()).doesNotContainKeys("dq-origin-manifest", "dq-origin-signature");
        assertThat(reply.json().path("projectCode").asText()).isEqualTo(code);
    }
}
