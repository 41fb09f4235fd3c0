package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Office;
import org.dianqiao.Office.Manner;
import org.dianqiao.Office.Response;
import org.dianqiao.Office.Visit;
import org.dianqiao.Plots;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries that end without effect, and what an operator does with them. */
class DeadLettersTest extends AtTheDoor {

    private static final String UTILITY = """
            kind: utility
            region: "%s"
            utility: electricity
            receives: [ lead.assigned ]
            """;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static Office zhumadian;
    private static Office nanyang;

    private final DeadLetters deadLetters = bean(DeadLetters.class);
    private final String code = Plots.freshCode("411702");

    @BeforeAll
    static void opensTwoGrids() {
        zhumadian = office("grid.zhumadian", UTILITY.formatted("411700"));
        nanyang = office("grid.nanyang", UTILITY.formatted("411300"));
    }

    @AfterAll
    static void closes() {
        zhumadian.close();
        nanyang.close();
    }

    @BeforeEach
    void refuses() {
        zhumadian.manner(visit -> Response.refusal(422, "contract-violated"));
    }

    @Test
    void keepsASignedRefusalWithItsCode() {
        Map<String, Object> dead = died();
        assertThat(dead).containsEntry("code", "contract-violated").containsEntry("attempts", 1);
        assertThat(end(dead)).containsEntry("outcome", "contract-violated").containsEntry("partner", "grid.zhumadian");
        assertThat(end(dead).get("answer_manifest")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 409, 410, 422})
    void keepsARefusalThatNobodySigned(int status) {
        zhumadian.manner(visit -> Response.unsigned(status));
        Map<String, Object> dead = died();
        assertThat(dead).containsEntry("code", "refused").containsEntry("attempts", 1);
        assertThat(end(dead)).containsEntry("outcome", "refused").containsEntry("answer_manifest", null);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 503})
    void isNotMadeOfAPartnerWhoMayYetTakeIt(int status) {
        zhumadian.manner(visit -> Response.unsigned(status));
        tellOfTheProject();
        await().atMost(LONG).until(() -> visits().size() == 2);
        assertThat(dead()).isEmpty();
        zhumadian.manner(Manner.RECEIPTS);
        await().atMost(LONG).until(this::nothingWaits);
        assertThat(dead()).isEmpty();
    }

    @Test
    void isMadeOfADeliveryWhoseTimeIsOver() {
        zhumadian.manner(visit -> Response.unsigned(500));
        tellOfTheProject();
        await().atMost(LONG).until(() -> !visits().isEmpty());
        database()
                .sql("UPDATE delivery SET expires_at = now() WHERE case_id = ?")
                .param(code)
                .update();
        await().atMost(LONG).until(() -> !dead().isEmpty());
        assertThat(dead().get(0)).containsEntry("code", "expired");
        assertThat(end(dead().get(0))).containsEntry("outcome", "expired").containsEntry("answer_manifest", null);
        assertThat(nothingWaits()).isTrue();
    }

    @Test
    void isSentAgainWithTheSameBytes() {
        long id = (long) died().get("id");
        zhumadian.manner(Manner.RECEIPTS);
        deadLetters.retry(id, "王经理", "对方已修正");
        await().atMost(LONG).until(() -> visits().size() == 2 && nothingWaits());
        assertThat(visits())
                .extracting(Visit::manifestHeader)
                .containsOnly(visits().get(0).manifestHeader());
        assertThat(visits())
                .extracting(Visit::signatureHeader)
                .containsOnly(visits().get(0).signatureHeader());
        assertThat(outcomes()).containsExactlyInAnyOrder("contract-violated", "delivered");
        assertThat(dead().get(0))
                .containsEntry("closed_how", "retried")
                .containsEntry("closed_by", "王经理")
                .containsEntry("closed_why", "对方已修正");
        assertThat(audited()).containsExactly("dead-letter-retried");
    }

    @Test
    void goesToAnotherPartnerNewlySigned() {
        long id = (long) died().get("id");
        deadLetters.redirect(id, "grid.nanyang", "王经理", "由南阳代办");
        await().atMost(LONG).until(this::nothingWaits);
        Visit first = visits().get(0);
        Visit other = nanyang.visits().stream().filter(this::isOurs).findFirst().orElseThrow();
        assertThat(other.manifest().path("to").asText()).isEqualTo("grid.nanyang");
        assertThat(other.manifest().path("id")).isNotEqualTo(first.manifest().path("id"));
        assertThat(other.body()).isEqualTo(first.body());
        assertThat(dead().get(0)).containsEntry("closed_how", "redirected");
    }

    @Test
    void doesNotGoToWhoDoesNotReceiveIt() {
        long id = (long) died().get("id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deadLetters.redirect(id, PLATFORM, "王经理", "试试"))
                .withMessageContaining(PLATFORM);
        assertThat(dead().get(0)).containsEntry("closed_at", null);
        assertThat(audited()).isEmpty();
    }

    @Test
    void isClosedOnceAndWithAReason() {
        long id = (long) died().get("id");
        assertThatIllegalArgumentException().isThrownBy(() -> deadLetters.close(id, "王经理", " "));
        deadLetters.close(id, "王经理", "项目已取消");
        assertThat(dead().get(0)).containsEntry("closed_how", "closed");
        assertThatIllegalArgumentException().isThrownBy(() -> deadLetters.retry(id, "王经理", "再试"));
        assertThatIllegalArgumentException().isThrownBy(() -> deadLetters.close(id, "王经理", "再关"));
        assertThat(visits()).hasSize(1);
    }

    private void tellOfTheProject() {
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
    }

    private Map<String, Object> died() {
        tellOfTheProject();
        await().atMost(LONG).until(() -> !dead().isEmpty());
        return dead().get(0);
    }

    private List<Map<String, Object>> dead() {
        return database()
                .sql("SELECT * FROM dead_letter WHERE case_id = ?")
                .param(code)
                .query()
                .listOfRows();
    }

    private List<String> outcomes() {
        return database()
                .sql("SELECT outcome FROM ledger_entry WHERE direction = 'out' AND case_id = ?")
                .param(code)
                .query(String.class)
                .list();
    }

    private List<String> audited() {
        return database()
                .sql("SELECT what FROM audit WHERE subject = ?")
                .param(dead().get(0).get("entry"))
                .query(String.class)
                .list();
    }

    private static Map<String, Object> end(Map<String, Object> dead) {
        return database()
                .sql("SELECT * FROM ledger_entry WHERE id = ?")
                .param(dead.get("entry"))
                .query()
                .singleRow();
    }

    private boolean nothingWaits() {
        return database()
                .sql("SELECT count(*) = 0 FROM delivery WHERE case_id = ?")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    private List<Visit> visits() {
        return zhumadian.visits().stream().filter(this::isOurs).toList();
    }

    private boolean isOurs(Visit visit) {
        return visit.manifest().path("case").asText().equals(code);
    }
}
