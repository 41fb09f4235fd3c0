package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.dianqiao.Draft;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Office.Response;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.sandbox.Answer;
import org.dianqiao.sandbox.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider that answers with a file beside its words, and what of it reaches who asked. */
class RepliesOfSeveralPartsTest extends AskingTheRegistry {

    private static final String OFD = "application/ofd";
    private static final Piece PLAN = new Piece("宗地图.ofd", OFD, random(300));
    private static final Piece BODY = Piece.json(units());

    @Test
    void comeBackWithEveryPartAsTheProviderSignedIt() throws IOException {
        registry.manner(visit -> Response.reply(units(), PLAN, Piece.text("说明", "")));
        Reply reply = accepted(post(question));
        assertThat(reply.header("Content-Type")).startsWith("multipart/mixed; boundary=");
        assertThat(reply.manifest().path("parts")).hasSize(3);
        assertThat(reply.manifest().at("/parts/0/name").asText()).isEqualTo("body");
        assertThat(reply.manifest().at("/parts/1/name").asText()).isEqualTo("宗地图.ofd");
        assertThat(reply.manifest().at("/parts/1/sm3").asText()).isEqualTo(Draft.sm3(PLAN.bytes()));
        assertThat(origin(reply).path("parts")).isEqualTo(reply.manifest().path("parts"));
        assertThat(outcomes()).containsExactly("answered");
    }

    /** Its own reader holds each part against the gateway's manifest. */
    @ParameterizedTest
    @ValueSource(ints = {0, 300, (1 << 20) + 1, 20 << 20})
    void areReadByAnotherProgram(int length) {
        Piece file = new Piece("宗地图.ofd", OFD, random(length));
        registry.manner(visit -> Response.reply(units(), file));
        Answer answer = desk(GRID)
                .send(Letter.query("property.lookup", Plots.propertyOf(CERTIFICATE))
                        .because("supply application"));
        assertThat(answer.json()).isEqualTo(units());
        assertThat(answer.parts()).hasSize(2);
        assertThat(answer.parts().get(1).name()).isEqualTo("宗地图.ofd");
        assertThat(Draft.sm3(answer.parts().get(1).bytes())).isEqualTo(Draft.sm3(file.bytes()));
    }

    @Test
    void areGivenAgainByteForByte() {
        registry.manner(visit -> Response.reply(units(), new Piece("宗地图.ofd", OFD, random(3 << 20))));
        Reply first = accepted(post(question));
        Reply again = accepted(post(question));
        assertThat(again.words()).isEqualTo(first.words());
        assertThat(registry.visits()).hasSize(1);
    }

    @Test
    void areSealedInTheDatabase() {
        String sentence = "河南中原置业有限公司的宗地图";
        registry.manner(visit -> Response.reply(units(), Piece.text("宗地图", sentence)));
        Reply reply = accepted(post(question));
        assertThat(reply.body()).containsSequence(sentence.getBytes(StandardCharsets.UTF_8));
        byte[] kept = database()
                .sql("SELECT content FROM part WHERE entry = ? AND role = 'answer' AND ordinal = 1 AND sealed")
                .param(reply.header("DQ-Entry"))
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("宗地图");
    }

    @Test
    void areNoAnswerWhereAPartIsNotTheSignedOne() {
        assertNoAnswer(Response.reply(units(), PLAN).declaring(BODY, new Piece("宗地图.ofd", OFD, random(301))));
        assertNoAnswer(Response.reply(units(), PLAN).declaring(BODY, Piece.text("宗地图.ofd", "x".repeat(300))));
        assertNoAnswer(Response.reply(units(), PLAN).declaring(BODY, new Piece("别的.ofd", OFD, PLAN.bytes())));
        assertNoAnswer(Response.reply(units(), PLAN).declaring(BODY));
        assertNoAnswer(Response.reply(units(), PLAN).declaring(BODY, PLAN, Piece.text("还有", "一份")));
        assertNoAnswer(Response.reply(units(), PLAN).declaring(Piece.json(Plots.object()), PLAN));
    }

    @Test
    void areNoAnswerWhereTwoPartsWouldBeTheBody() {
        Piece payload = new Piece("payload", "application/json", BODY.bytes());
        assertNoAnswer(Response.reply(payload, Piece.text("body", "x")));
    }

    @Test
    void areNoAnswerWhereTheyAreMoreThanAnybodyMaySend() {
        assertNoAnswer(Response.reply(units(), new Piece("宗地图.ofd", OFD, new byte[24 << 20])));
    }

    private void assertNoAnswer(Response response) {
        registry.visits().clear();
        registry.manner(visit -> response);
        Parcel asked = question().sealed();
        assertRefused(post(asked), asked, 502, "provider-failed");
        assertThat(outcomes()).containsExactly("expired");
    }

    private static JsonNode origin(Reply reply) throws IOException {
        return new ObjectMapper().readTree(reply.bytes("DQ-Origin-Manifest"));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(length).nextBytes(bytes);
        return bytes;
    }
}
