package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dianqiao.Plots;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Event;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.Test;

/** A project that its platform told of again after it was withdrawn. */
class ReinstatedProjectsTest extends WithLeads {

    private static final String BEFORE = "2026-11-05T09:00:00+08:00";
    private static final String WITHDRAWN = "2026-11-10T09:00:00+08:00";
    private static final String AFTER = "2026-11-20T09:00:00+08:00";

    @Test
    void isNotWithdrawnAnyMoreToAnybody() {
        tellProject();
        withdraw(WITHDRAWN);
        assignAgain(AFTER);
        tell(PLATFORM, "project.updated", Plots.updated(code, 2).put("at", "2026-11-22T09:00:00+08:00"));

        List<JsonNode> told = told(4);
        assertThat(told).extracting(lead -> lead.has("withdrawn")).containsExactly(false, true, false, false);
        assertThat(told.get(3).path("projectName").asText()).isEqualTo("中原·金水科创园二期");
        assertThat(bean(Contracts.class).violations("lead.assigned", told.get(3)))
                .isEmpty();
        assertThat(lookup().has("withdrawn")).isFalse();
        JsonNode filled = accepted(post(query(
                        GRID, "lead.convert", Plots.leadOf(code).put("applicationNo", "YK-" + UUID.randomUUID()))))
                .json();
        assertThat(filled.path("leadNo")).isEqualTo(lookup().path("leadNo"));
    }

    @Test
    void keepsItsWithdrawalAndTheEndOfItOnItsTimeline() {
        tellProject();
        withdraw(WITHDRAWN);
        assignAgain(AFTER);
        List<Event> proven = timeline().stream()
                .filter(event -> !event.what().equals("lead.assigned"))
                .toList();
        assertThat(proven)
                .extracting(Event::what)
                .containsExactly("project.code-assigned", "project.withdrawn", "project.code-assigned", "reinstated");
        assertThat(proven).extracting(Event::entry).doesNotContainNull();
        assertThat(proven.get(3).entry()).isEqualTo(proven.get(2).entry());
    }

    @Test
    void isNotUndoneByAnEarlierWithdrawalThatComesLate() {
        tellProject();
        assignAgain(AFTER);
        withdraw(WITHDRAWN);
        assertThat(lookup().has("withdrawn")).isFalse();
        assertThat(timeline()).extracting(Event::what).contains("project.withdrawn", "reinstated");
    }

    @Test
    void staysWithdrawnForAnEarlierWordThatComesLate() {
        tellProject();
        withdraw(WITHDRAWN);
        assignAgain(BEFORE);
        assertThat(lookup().at("/withdrawn/at").asText()).isEqualTo(WITHDRAWN);
        assertThat(timeline()).extracting(Event::what).doesNotContain("reinstated");
    }

    @Test
    void staysWithdrawnWhateverOthersTellOfItsPlot() {
        tellProject();
        withdraw(WITHDRAWN);
        tell(REGISTRY, "land.transferred", land().put("at", AFTER));
        tell(REGULATOR, "enterprise.registered", registration(true).put("registeredAt", AFTER));
        assertThat(lookup().path("origins")).hasSize(3);
        assertThat(lookup().has("withdrawn")).isTrue();
    }

    @Test
    void isWithdrawnOnceMoreWhereItIsSaidSo() {
        tellProject();
        withdraw(WITHDRAWN);
        assignAgain(AFTER);
        withdraw("2026-11-21T09:00:00+08:00");
        assertThat(lookup().at("/withdrawn/at").asText()).isEqualTo("2026-11-21T09:00:00+08:00");
    }

    @Test
    void isOwedAFirstWordFromThenOn() {
        tellProject();
        Object began = owed().get("began");
        withdraw(WITHDRAWN);
        assertThat(owed().get("met_at")).isNotNull();
        assignAgain(AFTER);
        assertThat(owed()).containsEntry("met_at", null).doesNotContainEntry("began", began);
        assertThat(owed().get("look_at")).isNotNull();
        assertThat(file()).containsEntry("open", true);
        assertThat(file().get("due_at")).isEqualTo(owed().get("due_at"));
    }

    @Test
    void isOwedNothingWhereTheUtilityHadSaidAWord() {
        tellProject();
        tell(GRID, "lead.answered", Plots.answered(leadNo(), "contacted"));
        withdraw(WITHDRAWN);
        assignAgain(AFTER);
        assertThat(lookup().path("state").asText()).isEqualTo("contacted");
        assertThat(owed().get("met_at")).isNotNull();
        assertThat(file()).containsEntry("open", false);
    }

    private void withdraw(String at) {
        tell(PLATFORM, "project.withdrawn", Plots.withdrawn(code).put("at", at));
    }

    private void assignAgain(String at) {
        ObjectNode project = project().put("projectName", "中原·金水科创园二期").put("assignedAt", at);
        tell(PLATFORM, "project.code-assigned", project);
    }

    private List<Event> timeline() {
        return bean(Cases.class).timeline(lookup().path("leadNo").asText());
    }

    private Map<String, Object> owed() {
        return row("deadline");
    }

    private Map<String, Object> file() {
        return row("casefile");
    }

    private Map<String, Object> row(String table) {
        return database()
                .sql("SELECT * FROM %s WHERE case_no = ?".formatted(table))
                .param(lookup().path("leadNo").asText())
                .query()
                .singleRow();
    }
}
