package org.dianqiao.lead;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.Patience.LONG;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Plots;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.exchange.Contracts;
import org.dianqiao.exchange.Erasing;
import org.dianqiao.exchange.Holds;
import org.dianqiao.vault.VaultWatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads of which nobody has said a word for three years. */
class ErasedLeadsTest extends AtTheDoor {

    private static final Duration THREE_YEARS = Duration.ofDays(1095);
    private static final String OWNER = "中原置业";

    private final String code = Plots.freshCode();
    private String leadNo = "";

    @BeforeEach
    void codesAProject() {
        leadNo = assigned(code);
    }

    @Test
    void loseWhatWasToldOfThemAndStayLeads() {
        accepted(post(event(GRID, "lead.answered", Plots.answered(leadNo, "contacted"))));
        pass(THREE_YEARS.minusDays(1));
        assertThat(lookup(code).toString()).contains(OWNER);
        assertThat(row(code).get("lon")).isNotNull();
        assertThat(marks()).isOne();
        pass(THREE_YEARS.plusDays(1));
        JsonNode lead = lookup(code);
        assertThat(bean(Contracts.class).violations("lead.lookup.reply", lead)).isEmpty();
        assertThat(lead.toString()).doesNotContain(OWNER);
        assertThat(lead.path("leadNo").asText()).isEqualTo(leadNo);
        assertThat(lead.path("state").asText()).isEqualTo("contacted");
        assertThat(lead.path("answers")).isEmpty();
        assertThat(lead.path("incomplete")).extracting(JsonNode::asText).containsExactly("owner", "site");
        assertThat(row(code)).containsEntry("told", new byte[0]).containsEntry("lon", null);
        assertThat(marks()).isZero();
    }

    @Test
    void areKeptFromTheirLastWordOn() {
        spokenOfBefore(1000);
        accepted(post(event(PLATFORM, "project.withdrawn", Plots.withdrawn(code))));
        pass(THREE_YEARS.minusDays(1));
        assertThat(lookup(code).toString()).contains(OWNER);
        spokenOfBefore(1000);
        accepted(post(event(GRID, "lead.answered", Plots.answered(leadNo, "declined"))));
        pass(THREE_YEARS.minusDays(1));
        assertThat(lookup(code).toString()).contains(OWNER);
    }

    @Test
    void areLeadsAgainWhenSomebodySpeaksOfThem() {
        pass(THREE_YEARS.plusDays(1));
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
        JsonNode lead = lookup(code);
        assertThat(lead.toString()).contains(OWNER);
        assertThat(lead.path("leadNo").asText()).isEqualTo(leadNo);
        assertThat(row(code)).containsEntry("erased_at", null);
        pass(THREE_YEARS.plusDays(1));
        assertThat(lookup(code).toString()).doesNotContain(OWNER);
    }

    @Test
    void areKeptWhileTheirProjectIsHeld() {
        String held = Plots.freshCode();
        accepted(
                post(event(PLATFORM, "project.code-assigned", Plots.coded(held)).put("case", held)));
        assertThat(bean(Holds.class).hold(held, "zhao.min", "行政复议第 12 号")).isEqualTo(Holds.Outcome.HELD);
        pass(THREE_YEARS.plusDays(1));
        assertThat(lookup(held).toString()).contains(OWNER);
        assertThat(lookup(code).toString()).doesNotContain(OWNER);
    }

    @Test
    void areErasedAlsoWhereTheyStandInClear() {
        database()
                .sql("UPDATE lead SET told = NULL, details = '{\"owner\": {}}', milestones = '[]', answers = '[]'"
                        + " WHERE project_code = ?")
                .param(code)
                .update();
        pass(THREE_YEARS.plusDays(1));
        assertThat(row(code)).containsEntry("details", null).containsEntry("told", new byte[0]);
    }

    @Test
    void areNotSpokenOfByBeingSealed() {
        database()
                .sql("UPDATE lead SET told = NULL, details = '{}', milestones = '[]', answers = '[]'"
                        + " WHERE project_code = ?")
                .param(code)
                .update();
        Object changed = row(code).get("changed_at");
        bean(VaultWatch.class).seal();
        assertThat((byte[]) row(code).get("told")).isNotEmpty();
        assertThat(row(code)).containsEntry("changed_at", changed);
    }

    @Test
    void areErasedOnceByTwoNodesNeitherOfWhichWaitsForTheOther() {
        pass(THREE_YEARS.plusDays(1));
        List<String> codes = Stream.generate(Plots::freshCode)
                .limit(6)
                .peek(ErasedLeadsTest::assigned)
                .toList();
        Instant later = CLOCK.instant().plus(THREE_YEARS);
        TransactionTemplate transaction = bean(TransactionTemplate.class);
        int together = transaction.execute(one -> eraseSome(3, later)
                + CompletableFuture.supplyAsync(() -> transaction.execute(other -> eraseSome(100, later)))
                        .orTimeout(LONG.toSeconds(), SECONDS)
                        .join());
        assertThat(together).isEqualTo(6);
        assertThat(codes).allSatisfy(each -> assertThat(row(each)).containsEntry("told", new byte[0]));
    }

    private static int eraseSome(int most, Instant later) {
        return bean(LeadRetentionStore.class).eraseSome(later, later, most);
    }

    @Test
    void keepTheirApplicationsNumber() {
        ObjectNode question = Plots.leadOf(code).put("applicationNo", "YK-" + code);
        accepted(post(query(GRID, "lead.convert", question)));
        pass(THREE_YEARS.plusDays(1));
        JsonNode lead = lookup(code);
        assertThat(lead.path("state").asText()).isEqualTo("formal");
        assertThat(lead.path("applicationNo").asText()).isEqualTo("YK-" + code);
        assertThat(lead.toString()).doesNotContain(OWNER);
        assertThat(post(query(GRID, "lead.convert", question.deepCopy().put("applicationNo", "YK-2")))
                        .status())
                .isEqualTo(422);
    }

    private long marks() {
        return database()
                .sql("SELECT count(*) FROM lead_mark WHERE lead_no = ?")
                .param(leadNo)
                .query(Long.class)
                .single();
    }

    private static String assigned(String code) {
        ObjectNode project = Plots.coded(code);
        ((ObjectNode) project.path("site")).put("lon", 113.7312).put("lat", 34.8011);
        accepted(post(event(PLATFORM, "project.code-assigned", project)));
        return lookup(code).path("leadNo").asText();
    }

    private static JsonNode lookup(String code) {
        return accepted(post(query(GRID, "lead.lookup", Plots.leadOf(code)))).json();
    }

    private static Map<String, Object> row(String code) {
        return database()
                .sql("SELECT * FROM lead WHERE project_code = ?")
                .param(code)
                .query()
                .singleRow();
    }

    private void spokenOfBefore(int days) {
        database()
                .sql("UPDATE lead SET changed_at = changed_at - make_interval(days => ?) WHERE project_code = ?")
                .params(days, code)
                .update();
    }

    private static void pass(Duration later) {
        new LeadRetentionWatch(
                        bean(LeadRetentionStore.class),
                        new Erasing(
                                bean(Holds.class),
                                bean(Catalogue.class),
                                bean(TransactionTemplate.class),
                                Clock.offset(CLOCK, later)))
                .erase();
    }
}
