package org.dianqiao.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dianqiao.Office;
import org.dianqiao.Office.Response;
import org.dianqiao.Office.Visit;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.verification.ObtainedAnswerWatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the sender of an application had asked about the customer goes on with it, in a word each and with its proof. */
class VerifiedApplicationsTest extends WithApplications {

    private static final String DENGFENG = "410185";
    private static final String WINDOW = "service-net.dengfeng";
    private static final String DEVELOPER = "91410100MA7K3D2F5N";
    private static final String SHOP = "92370102MA3T8W1X9H";

    private static final List<Office> OFFICES = new ArrayList<>();
    private static Office grid;

    @BeforeAll
    static void opens() {
        grid = office("grid.dengfeng", """
                kind: utility
                region: "%s"
                utility: electricity
                sends: [{service: enterprise.verify, purposes: ["supply application"]}, {service: progress.lookup}]
                receives: [supply.applied]
                """.formatted(DENGFENG));
        Office registers = office("registers.dengfeng", """
                kind: registry
                region: "%s"
                receives: [enterprise.verify, property.lookup]
                """.formatted(DENGFENG));
        registers.manner(visit -> Response.reply(visit.path().endsWith("property.lookup") ? houses() : registered()));
        OFFICES.addAll(List.of(grid, registers));
        newcomer(WINDOW, """
                kind: channel
                region: "%s"
                sends: [{service: supply.applied}, {service: enterprise.verify, purposes: ["supply application"]},
                        {service: property.lookup, purposes: ["supply application"]}]
                """.formatted(DENGFENG));
        newcomer("service-net.songshan", """
                kind: channel
                region: "%s"
                sends: [{service: supply.applied}]
                """.formatted(DENGFENG));
    }

    @AfterAll
    static void closes() {
        OFFICES.forEach(Office::close);
        OFFICES.clear();
    }

    @Test
    void goOnWithTheAnswersThatTheUtilityCouldHaveAskedForItself() {
        Reply asked = ask("enterprise.verify", Plots.object().put("uscc", DEVELOPER));
        ObjectNode houses = Plots.object();
        houses.set("owner", application(DEVELOPER).path("applicant"));
        ask("property.lookup", houses);

        JsonNode answers = answers(WINDOW, application(DEVELOPER));
        assertThat(texts(answers, "service")).containsExactly("enterprise.verify");
        JsonNode answer = answers.path(0);
        assertThat(answer.path("result").asText()).isEqualTo("active");
        assertThat(answer.path("entry").asText()).isEqualTo(asked.header("DQ-Entry"));
        assertThat(answer.path("id").asText())
                .isEqualTo(asked.manifest().path("replyTo").asText());
        assertThat(answer.path("at").asText()).isNotBlank();
        assertThat(answer.toString()).doesNotContain(DEVELOPER, "中原置业");
    }

    @Test
    void goOnWithoutWhatWasAskedAboutOthersOrByOthers() {
        ask("enterprise.verify", Plots.object().put("uscc", SHOP));
        assertThat(answers(WINDOW, application("91341002MA8P7T4H6E"))).isEmpty();
        assertThat(answers("service-net.songshan", application(SHOP))).isEmpty();
    }

    @Test
    void goOnWithoutWhatIsOlderThanADay() {
        ask("enterprise.verify", Plots.object().put("uscc", SHOP));
        database().sql("""
                INSERT INTO obtained_answer (holder, partner, entry, service, message_id, at, result)
                SELECT holder, partner, 'old ' || entry, service, message_id, at - interval '25 hours', result
                FROM obtained_answer WHERE partner = ?
                """).param(WINDOW).update();
        database()
                .sql("DELETE FROM obtained_answer WHERE partner = ? AND entry NOT LIKE 'old %'")
                .param(WINDOW)
                .update();
        assertThat(answers(WINDOW, application(SHOP))).isEmpty();
        bean(ObtainedAnswerWatch.class).erase();
        assertThat(database()
                        .sql("SELECT count(*) FROM obtained_answer WHERE at < now() - interval '24 hours'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static Reply ask(String service, ObjectNode question) {
        return accepted(post(query(WINDOW, service, question).put("purpose", "supply application")));
    }

    private static JsonNode answers(String from, ObjectNode application) {
        accepted(apply(from, application));
        await().atMost(Duration.ofSeconds(30)).until(() -> visit(application) != null);
        JsonNode manifest = visit(application).manifest();
        assertThat(manifest.path("verified").has("answers")).isTrue();
        return manifest.at("/verified/answers");
    }

    private static Visit visit(ObjectNode application) {
        return grid.visits().stream()
                .filter(visit -> visit.payload().path("applicationNo").equals(application.path("applicationNo")))
                .findFirst()
                .orElse(null);
    }

    private static ObjectNode application(String holder) {
        ObjectNode application = highVoltage();
        ((ObjectNode) application.path("site")).put("regionCode", DENGFENG);
        ((ObjectNode) application.path("applicant")).put("idNo", holder);
        return application;
    }

    private static ObjectNode registered() {
        ObjectNode found =
                Plots.object().put("found", true).put("name", "河南中原置业有限公司").put("status", "active");
        found.putArray("warnings");
        return found;
    }

    private static ObjectNode houses() {
        ObjectNode none = Plots.object();
        none.putArray("units");
        return none;
    }
}
