package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Office;
import org.dianqiao.Plots;
import org.dianqiao.exchange.Contracts;
import org.dianqiao.sandbox.Incoming;
import org.dianqiao.sandbox.Refusal;
import org.junit.jupiter.api.Test;

/** What the utility hears of a project, from the day that it is coded. */
class LeadsOfProjectsTest extends AtTheDoor {

    private final String code = Plots.freshCode();

    @Test
    void reachTheUtilityOfTheRegion() {
        tell("project.code-assigned", Plots.coded(code));
        JsonNode lead = told(1).get(0);
        assertThat(bean(Contracts.class).violations("lead.assigned", lead)).isEmpty();
        assertThat(lead.path("projectCode").asText()).isEqualTo(code);
        assertThat(lead.path("leadNo").asText()).matches("L410105-\\d{6}-\\d{6}");
        assertThat(lead.path("owner").path("name").asText()).isEqualTo("河南中原置业有限公司");
        assertThat(lead.path("owner").has("suspect")).isFalse();
        assertThat(lead.path("demand").path("capacityKw").asInt()).isEqualTo(12000);
        assertThat(lead.path("site")).isEqualTo(Plots.coded(code).path("site"));
        assertThat(lead.path("milestones")).isEmpty();
        assertThat(lead.has("withdrawn")).isFalse();
    }

    @Test
    void areOneForAProjectThatIsToldTwice() {
        tell("project.code-assigned", Plots.coded(code));
        tell("project.code-assigned", Plots.coded(code));
        tell("project.updated", Plots.updated(code, 2));
        assertThat(told(2)).extracting(lead -> lead.path("leadNo").asText()).containsOnly(leadNo());
        assertThat(leads()).isOne();
    }

    @Test
    void growWithWhatIsToldLater() {
        tell("project.code-assigned", Plots.coded(code));
        ObjectNode larger = Plots.coded(code);
        ((ObjectNode) larger.path("demand")).put("capacityKw", 20000);
        tell("project.code-assigned", larger);
        List<JsonNode> told = told(2);
        assertThat(told.get(1).path("demand").path("capacityKw").asInt()).isEqualTo(20000);
        assertThat(told.get(1).path("leadNo")).isEqualTo(told.get(0).path("leadNo"));
    }

    @Test
    void collectTheProjectsMilestonesOnce() {
        tell("project.code-assigned", Plots.coded(code));
        tell("project.updated", Plots.updated(code, 1));
        tell("project.updated", Plots.updated(code, 2));
        tell("project.updated", Plots.updated(code, 1));
        assertThat(told(3).get(2).path("milestones"))
                .extracting(milestone -> milestone.path("stage").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void beginWithAnUpdateOfAProjectThatNobodyKnew() {
        tell("project.updated", Plots.updated(code, 3));
        JsonNode lead = told(1).get(0);
        assertThat(bean(Contracts.class).violations("lead.assigned", lead)).isEmpty();
        assertThat(lead.path("incomplete")).extracting(JsonNode::asText).containsExactly("owner", "site");
        tell("project.code-assigned", Plots.coded(code));
        JsonNode complete = told(2).get(1);
        assertThat(complete.path("leadNo")).isEqualTo(lead.path("leadNo"));
        assertThat(complete.has("incomplete")).isFalse();
        assertThat(complete.path("milestones")).hasSize(1);
    }

    @Test
    void areTakenBackWhenTheProjectIs() {
        tell("project.code-assigned", Plots.coded(code));
        tell("project.withdrawn", Plots.withdrawn(code));
        JsonNode lead = told(2).get(1);
        assertThat(lead.path("withdrawn").path("reason").asText()).isEqualTo("项目取消");
        assertThat(bean(Contracts.class).violations("lead.assigned", lead)).isEmpty();
    }

    @Test
    void areOneThoughTheProjectIsToldTenTimesAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        Callable<Integer> telling = () -> await().pollInSameThread()
                .until(
                        () -> post(event(PLATFORM, "project.code-assigned", Plots.coded(code)))
                                .status(),
                        status -> status != 503);
        for (Future<Integer> status :
                threads.invokeAll(Stream.generate(() -> telling).limit(10).toList())) {
            assertThat(status.get()).isEqualTo(202);
        }
        threads.shutdown();
        assertThat(leads()).isOne();
        tell("project.updated", Plots.updated(code, 2));
        assertThat(told(2)).hasSize(2);
    }

    @Test
    void goToTheUtilityThatIsNearest() {
        try (Office luoyang = office("grid.luoyang", """
            kind: utility
            region: "410300"
            utility: electricity
            receives: [ lead.assigned ]
            """)) {
            String near = Plots.freshCode("410302");
            tell("project.code-assigned", Plots.coded(near));
            await().until(() -> luoyang.visits().size() == 1);
            tell("project.code-assigned", Plots.coded(code));
            assertThat(told(1)).hasSize(1);
            assertThat(luoyang.visits()).hasSize(1);
            assertThat(heard(near)).isEmpty();
        }
    }

    @Test
    void becomeADeadLetterThatSaysSoWhereNobodyActs() {
        newcomer("approval.xining", """
            kind: approval-platform
            region: "630100"
            sends: [ { service: project.code-assigned } ]
            """);
        String elsewhere = Plots.freshCode("630102");
        accepted(post(event("approval.xining", "project.code-assigned", Plots.coded(elsewhere))));
        assertThat(database()
                        .sql("SELECT * FROM dead_letter WHERE case_id = ?")
                        .param(elsewhere)
                        .query()
                        .singleRow())
                .containsEntry("code", "no-receiver")
                .containsEntry("partner", "-")
                .containsEntry("service", "lead.assigned")
                .hasEntrySatisfying(
                        "problem", problem -> assertThat(problem).asString().contains("630102"));
    }

    private static void tell(String service, JsonNode payload) {
        accepted(post(event(PLATFORM, service, payload)));
    }

    /** What the grid was told of the project, once it is so many words; never more. */
    private List<JsonNode> told(int times) {
        await().until(() -> heard(code).size() >= times);
        assertThat(heard(code)).hasSize(times);
        return heard(code);
    }

    private static List<JsonNode> heard(String code) {
        return gridHeard().stream()
                .filter(heard -> code.equals(heard.manifest().caseNo()))
                .map(LeadsOfProjectsTest::payload)
                .toList();
    }

    private static JsonNode payload(Incoming heard) {
        try {
            return heard.payload();
        } catch (Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    private String leadNo() {
        return database()
                .sql("SELECT lead_no FROM lead WHERE project_code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private long leads() {
        return database()
                .sql("SELECT count(*) FROM lead WHERE project_code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }
}
