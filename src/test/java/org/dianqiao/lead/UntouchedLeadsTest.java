package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.dianqiao.Office;
import org.dianqiao.Plots;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.DeadlineWatch;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.Test;

/** A utility that says nothing about a lead is warned, and from the day that it is late the supervisor is told. */
class UntouchedLeadsTest extends WithLeads {

    @Test
    void areOwedAFirstWordWithinFiveWorkingDays() {
        tellProject();
        assertThat(owed())
                .containsEntry("about", "lead.answered")
                .containsEntry("allowed", "5 WD")
                .containsEntry("responsible", GRID)
                .containsEntry("met_at", null);
        assertThat(file()).containsEntry("open", true).containsEntry("kind", "lead");
    }

    @Test
    void warnTheUtilityAndOnceOverdueTheSupervisor() {
        Office supervisor = supervisor("410105");
        tellProject();
        pass(4);
        look();
        assertThat(warned()).allSatisfy(warning -> assertThat(warning).endsWith(GRID));
        pass(40);
        look();
        assertThat(warned()).contains("red " + GRID, "red supervisor.410105");
        await().until(() -> !letters(supervisor).isEmpty());
        JsonNode letter = letters(supervisor).get(0);
        assertThat(bean(Contracts.class).violations("deadline.warned", letter)).isEmpty();
        assertThat(letter.path("kind").asText()).isEqualTo("lead");
        assertThat(letter.path("number")).isEqualTo(lookup().path("leadNo"));
        assertThat(letter.path("colour").asText()).isEqualTo("red");
    }

    @Test
    void areLeftInPeaceOnceTheUtilityHasSaidAWord() {
        tellProject();
        tell(GRID, "lead.answered", Plots.answered(lookup().path("leadNo").asText(), "accepted"));
        pass(40);
        look();
        assertThat(warned()).isEmpty();
        assertThat(owed().get("met_at")).isNotNull();
        assertThat(file()).containsEntry("open", false).containsEntry("state", "accepted");
    }

    @Test
    void areLeftInPeaceOnceTheyAreFormalOrWithdrawn() {
        tellProject();
        tell(PLATFORM, "project.withdrawn", Plots.withdrawn(code));
        assertThat(owed().get("met_at")).isNotNull();
    }

    @Test
    void areNobodysDebtWhereNothingWasAskedFor() {
        tell(REGULATOR, "enterprise.registered", registration(false));
        String hint = leadNo();
        assertThat(database()
                        .sql("SELECT count(*) FROM deadline WHERE case_no = ?")
                        .param(hint)
                        .query(Long.class)
                        .single())
                .isZero();
        tellProject();
        assertThat(owed()).as("a project makes more of it").containsEntry("case_no", hint);
    }

    private Map<String, Object> owed() {
        return database()
                .sql("SELECT * FROM deadline WHERE case_no = ?")
                .param(lookup().path("leadNo").asText())
                .query()
                .singleRow();
    }

    private Map<String, Object> file() {
        return database()
                .sql("SELECT * FROM casefile WHERE case_no = ?")
                .param(lookup().path("leadNo").asText())
                .query()
                .singleRow();
    }

    private void pass(int days) {
        database().sql("""
                UPDATE deadline SET began = now() - make_interval(days => ?),
                                    look_at = CASE WHEN met_at IS NULL THEN now() END
                WHERE case_no = (SELECT case_no FROM casefile WHERE case_no = ? FOR UPDATE)
                """).params(days, lookup().path("leadNo").asText()).update();
    }

    private static void look() {
        bean(DeadlineWatch.class).look();
        bean(DeadlineWatch.class).look();
    }

    private List<String> warned() {
        return bean(Cases.class).timeline(lookup().path("leadNo").asText()).stream()
                .filter(event -> event.what().equals("warned"))
                .map(event -> event.told().path("colour").asText() + " "
                        + event.told().path("told").asText())
                .toList();
    }

    private List<? extends JsonNode> letters(Office supervisor) {
        String number = lookup().path("leadNo").asText();
        return supervisor.visits().stream()
                .map(Office.Visit::payload)
                .filter(letter -> letter.path("number").asText().equals(number))
                .toList();
    }
}
