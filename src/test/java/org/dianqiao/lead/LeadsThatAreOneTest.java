package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dianqiao.Plots;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.Test;

/** Owner and site tell that two who speak mean the same; a project code that comes later joins them. */
class LeadsThatAreOneTest extends WithLeads {

    @Test
    void takeInAProjectCodeThatComesLater() {
        tellLand();
        tellProject();
        List<JsonNode> told = told(2);
        assertThat(told)
                .extracting(lead -> lead.path("leadNo"))
                .containsOnly(told.get(0).path("leadNo"));
        JsonNode lead = lookup();
        assertThat(lead.path("leadNo")).isEqualTo(told.get(0).path("leadNo"));
        assertThat(lead.path("origin").asText()).isEqualTo("land");
        assertThat(lead.path("origins")).extracting(JsonNode::asText).containsExactly("land", "project");
        assertThat(lead.at("/land/contractNo").asText()).isNotEmpty();
        assertThat(lead.at("/demand/capacityKw").asInt()).isEqualTo(12000);
        assertThat(lead.at("/site/certNo").asText())
                .as("what the project does not name stays")
                .isNotEmpty();
    }

    @Test
    void areRecognisedThoughAnAddressIsWrittenInAnotherWay() {
        tellProject();
        ObjectNode land = land();
        siteOf(land).put("address", " 河南省 郑州市金水区杨金路与鸿宝路交叉口，东北角");
        siteOf(land).remove("certNo");
        tell(REGISTRY, "land.transferred", land);
        assertThat(lookup().path("origins")).hasSize(2);
    }

    @Test
    void areRecognisedByTheirUnit() {
        ObjectNode land = land();
        siteOf(land).put("unitNo", UNIT).put("address", "杨金路地块");
        tell(REGISTRY, "land.transferred", land);
        ObjectNode project = project();
        siteOf(project).put("unitNo", UNIT.substring(0, 12) + " " + UNIT.substring(12));
        tell(PLATFORM, "project.code-assigned", project);
        assertThat(lookup().path("origins")).hasSize(2);
    }

    @Test
    void stayTwoForTwoUnitsOfOneBuilding() {
        ObjectNode first = registration(true);
        siteOf(first).put("unitNo", "410105001001GB00001F00010001");
        ObjectNode second = registration(true);
        siteOf(second).put("unitNo", "410105001001GB00001F00010002");
        tell(REGULATOR, "enterprise.registered", first);
        tell(REGULATOR, "enterprise.registered", second);
        assertThat(told(2)).extracting(lead -> lead.path("leadNo")).doesNotHaveDuplicates();
    }

    @Test
    void stayTwoForTwoProjectsOnOnePlot() {
        tellProject();
        ObjectNode second = project().put("projectCode", Plots.freshCode());
        tell(PLATFORM, "project.code-assigned", second);
        assertThat(told(2)).extracting(lead -> lead.path("leadNo")).doesNotHaveDuplicates();
        tellLand();
        assertThat(told(3).get(2).path("leadNo")).isEqualTo(told(3).get(0).path("leadNo"));
    }

    /** The project is Jinshui's, though its plot lies across the border. */
    @Test
    void stayTwoWhereOneIsNotItsTellersBusiness() {
        newcomer("planning.shangjie", """
                kind: department
                region: "410106"
                sends: [ { service: land.transferred } ]
                """);
        ObjectNode project = project();
        siteOf(project).put("regionCode", "410106");
        tell(PLATFORM, "project.code-assigned", project);
        ObjectNode land = land();
        siteOf(land).put("regionCode", "410106");
        tell("planning.shangjie", "land.transferred", land);
        assertThat(told(2)).extracting(lead -> lead.path("leadNo")).doesNotHaveDuplicates();
    }

    @Test
    void areClosedIntoTheOlderWhenBothWereTold() {
        tell(PLATFORM, "project.updated", Plots.updated(code, 1));
        String older = lookup().path("leadNo").asText();
        tellLand();
        String younger = leadNo();
        tell(GRID, "lead.answered", Plots.answered(younger, "contacted"));
        tellProject();

        List<JsonNode> told = told(3);
        JsonNode closed = told.stream()
                .filter(lead -> lead.path("state").asText().equals("merged"))
                .findFirst()
                .orElseThrow();
        assertThat(bean(Contracts.class).violations("lead.assigned", closed)).isEmpty();
        assertThat(closed.path("leadNo").asText()).isEqualTo(younger);
        assertThat(closed.path("mergedInto").asText()).isEqualTo(older);

        JsonNode lead = lookup();
        assertThat(lead.path("leadNo").asText()).isEqualTo(older);
        assertThat(lead.path("origins")).extracting(JsonNode::asText).containsExactlyInAnyOrder("project", "land");
        assertThat(lead.path("milestones")).hasSize(1);
        assertThat(lead.path("state").asText())
                .as("what was answered of either stands")
                .isEqualTo("contacted");
        assertThat(lead.path("answers")).hasSize(1);
        assertThat(lookup(younger))
                .as("the number of the younger one leads there")
                .isEqualTo(lead);
        assertThat(row(younger)).containsEntry("told", new byte[0]).containsEntry("project_code", null);
    }

    @Test
    void takeAnAnswerThatCrossedTheirClosing() {
        tell(PLATFORM, "project.updated", Plots.updated(code, 1));
        tellLand();
        String younger = leadNo();
        tellProject();
        tell(GRID, "lead.answered", Plots.answered(younger, "accepted"));
        assertThat(lookup().path("state").asText()).isEqualTo("accepted");
    }

    @Test
    void areOneThoughThreeSpeakOfItTenTimesAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(9);
        List<Callable<Integer>> tellings = IntStream.range(0, 27)
                .<Callable<Integer>>mapToObj(n -> () -> tellOne(n))
                .toList();
        for (Future<Integer> status : threads.invokeAll(tellings)) {
            assertThat(status.get()).isIn(202, 503);
        }
        threads.shutdown();
        tellProject();
        tellLand();
        tellRegistration();
        assertThat(lookup().path("origins")).hasSize(3);
        assertThat(database()
                        .sql("SELECT count(DISTINCT lead_no) FROM lead_mark WHERE mark IN"
                                + " (SELECT mark FROM lead_mark WHERE lead_no = ?)")
                        .param(lookup().path("leadNo").asText())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private int tellOne(int n) {
        return switch (n % 3) {
            case 0 -> post(event(PLATFORM, "project.code-assigned", project())).status();
            case 1 -> post(event(REGISTRY, "land.transferred", land())).status();
            default ->
                post(event(REGULATOR, "enterprise.registered", registration(true)))
                        .status();
        };
    }

    private static Map<String, Object> row(String leadNo) {
        return database()
                .sql("SELECT * FROM lead WHERE lead_no = ?")
                .param(leadNo)
                .query()
                .singleRow();
    }
}
