package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Office;
import org.dianqiao.Office.Manner;
import org.dianqiao.Office.Response;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.verifier.Verified;
import org.dianqiao.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a provider said before is given again where the service allows it, and never taken for fresh. */
class HeldAnswersTest extends AtTheDoor {

    private static final String REGULATOR = "market-regulator.erqi";
    private static final String ASKER = "gas.erqi";
    private static final String OTHER = "heat.erqi";
    private static final String ASKS = """
            kind: utility
            region: "410103"
            sends:
              - { service: enterprise.verify, purposes: ["supply application"] }
              - { service: licence.verify, purposes: ["supply application"] }
              - { service: ledger.evidence }
            """;
    private static final Manner KNOWS = visit -> Response.reply(said("active"));
    private static Office regulator;

    @BeforeAll
    static void opens() {
        regulator = office(REGULATOR, """
                kind: market-regulator
                region: "410103"
                receives: [enterprise.verify, licence.verify]
                """);
        newcomer(ASKER, ASKS);
        newcomer(OTHER, ASKS);
    }

    @AfterAll
    static void closes() {
        regulator.close();
    }

    @BeforeEach
    void knows() {
        database().sql("DELETE FROM held_answer").update();
        regulator.manner(KNOWS);
        regulator.visits().clear();
    }

    @Test
    void areGivenWhileTheProviderIsSilent() {
        Reply first = accepted(post(question(ASKER).sealed()));
        regulator.manner(visit -> silent());
        Parcel question = question(ASKER).sealed();
        Reply again = accepted(post(question));
        assertAnswer(again, question, "reply");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.manifest().at("/held/entry").asText()).isEqualTo(first.header("DQ-Entry"));
        assertThat(again.manifest().at("/held/at").asText()).isEqualTo(answeredAt());
        assertThat(again.manifest().at("/held/age").asLong(-1)).isBetween(2L, 60L);
        assertThat(outcomes()).containsExactly("answered", "expired");
    }

    @Test
    void areShownWithTheTimeWhenTheyWereGivenFirst() {
        Reply first = accepted(post(question(ASKER).sealed()));
        regulator.manner(visit -> Response.unsigned(500));
        Reply again = accepted(post(question(ASKER).sealed()));
        Visitor viewer = new Visitor(gateway());
        viewer.post("/login", "username=viewer&password=");
        assertThat(viewer.get("/messages/" + again.header("DQ-Entry")).body())
                .containsPattern("当时对方没有答复，按服务规定给出的是其 [0-9 :.-]+ 的答复");
        assertThat(viewer.get("/messages/" + first.header("DQ-Entry")).body()).doesNotContain("当时对方没有答复");
    }

    @Test
    void bearTheProvidersSignatureOfThen() {
        Reply first = accepted(post(question(ASKER).sealed()));
        regulator.manner(visit -> Response.unsigned(500));
        Parcel question = question(ASKER).sealed();
        Reply again = accepted(post(question));
        assertThat(again.header("DQ-Origin-Manifest")).isEqualTo(first.header("DQ-Origin-Manifest"));
        assertThat(again.header("DQ-Origin-Signature")).isEqualTo(first.header("DQ-Origin-Signature"));
        assertThat(again.manifest().has("attested")).isFalse();
    }

    @Test
    void areProvedByTheirEvidence() {
        accepted(post(question(ASKER).sealed()));
        regulator.manner(visit -> Response.unsigned(500));
        Reply again = accepted(post(question(ASKER).sealed()));
        ObjectNode which = Plots.object().put("entry", again.header("DQ-Entry"));
        byte[] bundle =
                accepted(post(query(ASKER, "ledger.evidence", which).sealed())).body();
        JsonNode opinion =
                Verified.report(bundle, home().resolve("data/sandbox/root.pem")).at("/bundles/0");
        assertThat(opinion.path("verdict").asText())
                .as(opinion.toPrettyString())
                .isNotBlank()
                .isNotEqualTo("INVALID");
    }

    @Test
    void areTheSameWhenTheQuestionIsRepeated() {
        accepted(post(question(ASKER).sealed()));
        regulator.manner(visit -> Response.unsigned(500));
        Parcel question = question(ASKER).sealed();
        Reply again = accepted(post(question));
        regulator.manner(KNOWS);
        assertThat(accepted(post(question)).words()).isEqualTo(again.words());
        assertThat(regulator.visits()).hasSize(2);
    }

    @Test
    void areTheNewest() {
        accepted(post(question(ASKER).sealed()));
        regulator.manner(visit -> Response.reply(said("deregistered")));
        accepted(post(question(ASKER).sealed()));
        regulator.manner(visit -> Response.unsigned(500));
        Reply once = accepted(post(question(ASKER).sealed()));
        Reply twice = accepted(post(question(ASKER).sealed()));
        assertThat(once.json().path("status").asText()).isEqualTo("deregistered");
        assertThat(twice.manifest().at("/held/at")).isEqualTo(once.manifest().at("/held/at"));
    }

    @Test
    void areOfNoUseWhileTheProviderSpeaks() {
        accepted(post(question(ASKER).sealed()));
        regulator.manner(visit -> Response.reply(said("deregistered")));
        Reply fresh = accepted(post(question(ASKER).sealed()));
        assertThat(fresh.json().path("status").asText()).isEqualTo("deregistered");
        assertThat(fresh.manifest().has("held")).isFalse();
    }

    @Test
    void areNotGivenWhereTheProviderRefuses() {
        accepted(post(question(ASKER).sealed()));
        regulator.manner(visit -> Response.refusal(403, "not-permitted"));
        assertNone(question(ASKER));
    }

    /** What a provider says now may be what takes back what it said then. */
    @Test
    void areNotGivenWhereTheAnswerIsOfNoUse() {
        accepted(post(question(ASKER).sealed()));
        regulator.manner(visit -> Response.reply(said("asleep")));
        assertNone(question(ASKER));
    }

    @Test
    void areNotGivenWhereWhatCameIsNoAnswer() {
        accepted(post(question(ASKER).sealed()));
        List<Manner> worthless = List.of(
                visit -> Response.redirect(regulator.endpoint() + "/enterprise.verify"),
                visit -> Response.unsigned(200),
                visit -> Response.unsigned(401),
                visit -> Response.reply(Plots.object().put("found", "x".repeat(20 << 20))));
        for (Manner manner : worthless) {
            regulator.manner(manner);
            assertNone(question(ASKER));
        }
    }

    @Test
    void areNotGivenToAnother() {
        accepted(post(question(ASKER).sealed()));
        regulator.manner(visit -> Response.unsigned(500));
        assertNone(question(OTHER));
    }

    @Test
    void areNotGivenToAnotherQuestion() {
        accepted(post(question(ASKER).sealed()));
        regulator.manner(visit -> Response.unsigned(500));
        assertNone(asked(ASKER, "enterprise.verify", Plots.object().put("uscc", "91341002MA8P7T4H6E")));
    }

    @Test
    void areNotGivenAfterADay() {
        accepted(post(question(ASKER).sealed()));
        regulator.manner(visit -> Response.unsigned(500));
        database().sql("UPDATE held_answer SET at = at - interval '23 hours'").update();
        assertThat(accepted(post(question(ASKER).sealed()))
                        .manifest()
                        .at("/held/age")
                        .asLong())
                .isGreaterThanOrEqualTo(23 * 3600);
        database().sql("UPDATE held_answer SET at = at - interval '1 hour'").update();
        assertNone(question(ASKER));
    }

    @Test
    void areNotGivenWhereTheServiceDoesNotAllowIt() {
        Draft question = licence();
        regulator.manner(visit -> Response.reply(Plots.object().put("result", "valid")));
        accepted(post(question.sealed()));
        regulator.manner(visit -> Response.unsigned(500));
        assertNone(licence());
    }

    @Test
    void areNotGivenOnceTheyAreErased() {
        Reply first = accepted(post(question(ASKER).sealed()));
        database()
                .sql("DELETE FROM part WHERE entry = ? AND role = 'answer'")
                .param(first.header("DQ-Entry"))
                .update();
        regulator.manner(visit -> Response.unsigned(500));
        assertNone(question(ASKER));
    }

    @Test
    void areForgottenWhenTheyAreTooOld() {
        accepted(post(question(ASKER).sealed()));
        watchIn(Duration.ofHours(23)).erase();
        assertThat(places()).isEqualTo(1);
        watchIn(Duration.ofHours(25)).erase();
        assertThat(places()).isZero();
    }

    private static void assertNone(Draft draft) {
        Parcel question = draft.sealed();
        assertRefused(post(question), question, 502, "provider-failed");
    }

    private static Draft question(String asker) {
        return asked(asker, "enterprise.verify", Plots.object().put("uscc", "91410100MA7K3D2F5N"));
    }

    private static Draft licence() {
        return asked(ASKER, "licence.verify", Plots.object().put("type", "11100000MB0143028R001"));
    }

    private static Draft asked(String asker, String service, JsonNode payload) {
        return query(asker, service, payload).put("purpose", "supply application");
    }

    private static ObjectNode said(String status) {
        ObjectNode said = Plots.object().put("found", true).put("name", "河南中原置业有限公司");
        said.put("status", status).putArray("warnings");
        return said;
    }

    /** How our questions to the regulator ended, those of this test, in their order. */
    private static List<String> outcomes() {
        return ended("outcome");
    }

    private static String answeredAt() {
        return ended("to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .get(0);
    }

    private static List<String> ended(String what) {
        List<String> ids = regulator.visits().stream()
                .map(visit -> visit.manifest().path("id").asText())
                .toList();
        return database()
                .sql("SELECT " + what
                        + " FROM ledger_entry WHERE direction = 'out' AND message_id IN (:ids) ORDER BY id")
                .param("ids", ids)
                .query(String.class)
                .list();
    }

    private static HeldAnswerWatch watchIn(Duration later) {
        return new HeldAnswerWatch(bean(HeldAnswerStore.class), bean(Catalogue.class), Clock.offset(CLOCK, later));
    }

    private static long places() {
        return database()
                .sql("SELECT count(*) FROM held_answer")
                .query(Long.class)
                .single();
    }

    private static Response silent() {
        try {
            new CountDownLatch(1).await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Response.unsigned(0);
    }
}
