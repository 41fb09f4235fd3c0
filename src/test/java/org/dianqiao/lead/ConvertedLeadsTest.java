package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Event;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.Test;

/** A lead becomes an application that fills itself in, once. */
class ConvertedLeadsTest extends WithLeads {

    private static final String WINDOW = "window.zhengzhou";

    private final String number = "YK-" + UUID.randomUUID();

    @Test
    void fillInWhatIsKnownAndListIt() {
        ObjectNode project = project();
        project.putArray("documents")
                .addObject()
                .put("type", "land-certificate")
                .put("name", "土地证");
        tell(PLATFORM, "project.code-assigned", project);
        JsonNode filled = convert(GRID, question());
        assertThat(bean(Contracts.class).violations("lead.convert.reply", filled))
                .isEmpty();
        assertThat(filled.path("applicationNo").asText()).isEqualTo(number);
        assertThat(filled.path("applicant")).isEqualTo(owner());
        assertThat(filled.path("site")).isEqualTo(site());
        assertThat(filled.path("capacityKw").asInt()).isEqualTo(12000);
        assertThat(filled.path("voltageKv").asInt()).isEqualTo(10);
        assertThat(filled.path("customerClass").asText()).isEqualTo("hv");
        assertThat(filled.path("projectCode").asText()).isEqualTo(code);
        assertThat(filled.path("leadNo")).isEqualTo(lookup().path("leadNo"));
        assertThat(filled.path("documents")).hasSize(1);
        assertThat(filled.path("autofilled"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(
                        "leadNo",
                        "projectCode",
                        "applicant",
                        "site",
                        "capacityKw",
                        "voltageKv",
                        "customerClass",
                        "documents",
                        "channel",
                        "at");
        assertThat(filled.path("missing")).extracting(JsonNode::asText).containsExactly("supplies");
        assertThat(lookup().path("state").asText()).isEqualTo("formal");
        assertThat(lookup().path("applicationNo").asText()).isEqualTo(number);
    }

    @Test
    void answerTheSameApplicationInTheSameWay() {
        tellProject();
        JsonNode first = convert(GRID, question());
        tell(PLATFORM, "project.updated", Plots.updated(code, 2));
        ObjectNode larger = project().put("assignedAt", "2026-10-30T09:00:00+08:00");
        ((ObjectNode) larger.path("demand")).put("capacityKw", 30000);
        tell(PLATFORM, "project.code-assigned", larger);
        assertThat(convert(GRID, question())).isEqualTo(first);
        assertThat(said("lead.convert")).hasSize(1);
    }

    @Test
    void areNotConvertedIntoAnotherApplication() {
        tellProject();
        convert(GRID, question());
        Reply refused = refused(question().put("applicationNo", "YK-2"));
        assertThat(refused.json().path("errors").findValuesAsText("pointer")).containsExactly("/applicationNo");
        assertThat(new String(refused.body())).contains(number);
        ObjectNode other = question();
        other.set("applicant", Plots.coded(code).path("owner"));
        assertThat(refused(other).json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/applicant");
    }

    @Test
    void becomeFormalOnceThoughFourAskAtOnce() {
        tellProject();
        List<Integer> statuses = Stream.of("1", "2", "3", "4")
                .map(each -> question().put("applicationNo", number + each))
                .map(question -> CompletableFuture.supplyAsync(
                        () -> post(query(GRID, "lead.convert", question)).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(statuses).containsOnlyOnce(200);
        assertThat(said("lead.convert")).hasSize(1);
    }

    @Test
    void takeTheApplicantThatIsGiven() {
        tellProject();
        ObjectNode tenant = Plots.object()
                .put("kind", "person")
                .put("name", "李伟")
                .put("idType", "111")
                .put("idNo", "11010519491231002X");
        ObjectNode question = question();
        question.set("applicant", tenant);
        JsonNode filled = convert(GRID, question);
        assertThat(filled.path("applicant")).isEqualTo(tenant);
        assertThat(filled.path("autofilled")).extracting(JsonNode::asText).doesNotContain("applicant");
    }

    @Test
    void areConvertedByAWindowAndTheUtilityIsTold() {
        tellProject();
        JsonNode filled = convert(WINDOW, question());
        assertThat(filled.path("channel").asText()).isEqualTo("joint-window");
        JsonNode told = told(2).get(1);
        assertThat(bean(Contracts.class).violations("lead.assigned", told)).isEmpty();
        assertThat(told.path("state").asText()).isEqualTo("formal");
        assertThat(told.path("applicationNo").asText()).isEqualTo(number);
    }

    @Test
    void sayWhatNobodyHasToldYet() {
        tell(PLATFORM, "project.updated", Plots.updated(code, 1));
        JsonNode filled = convert(GRID, question());
        assertThat(filled.path("missing")).extracting(JsonNode::asText).contains("applicant", "site", "capacityKw");
    }

    @Test
    void areNotConvertedOnceTheirProjectIsWithdrawn() {
        tellProject();
        tell(PLATFORM, "project.withdrawn", Plots.withdrawn(code));
        assertThat(refused(question()).json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/projectCode");
    }

    @Test
    void areBoundToTheCaseThatIsOpenedWithThem() {
        tellProject();
        JsonNode filled = convert(GRID, question());
        ObjectNode application = filled.deepCopy();
        application.remove(List.of("autofilled", "missing"));
        tell(GRID, "supply.applied", application.put("supplies", 2));
        assertThat(lookup().path("state").asText()).isEqualTo("formal");
        Event bound = said("supply.applied").get(0);
        assertThat(bound.told().path("case").asText()).startsWith("S410105-");
        assertThat(bound.entry()).isNotNull();
    }

    @Test
    void becomeFormalWithoutBeingConverted() {
        tellProject();
        tell(GRID, "supply.applied", application());
        assertThat(lookup().path("state").asText()).isEqualTo("formal");
        assertThat(lookup().path("applicationNo").asText()).isEqualTo(number);
        tell(GRID, "supply.applied", application());
        assertThat(said("supply.applied")).hasSize(1);
    }

    @Test
    void keepTheirFirstApplicationWhenPowerForTheBuildingSiteIsAppliedForToo() {
        tellProject();
        tell(GRID, "supply.applied", application());
        tell(GRID, "supply.applied", application().put("applicationNo", "LS-" + number));
        assertThat(lookup().path("applicationNo").asText()).isEqualTo(number);
        assertThat(said("supply.applied")).hasSize(2);
    }

    @Test
    void areNothingToAnApplicationThatNamesNone() {
        tellProject();
        tell(GRID, "supply.applied", application().put("projectCode", Plots.freshCode()));
        assertThat(lookup().path("state").asText()).isEqualTo("assigned");
    }

    @Test
    void areProvenByTheQueryThatConvertedThem() {
        tellProject();
        Reply reply = accepted(post(query(GRID, "lead.convert", question())));
        assertThat(said("lead.convert")).extracting(Event::entry).containsExactly(reply.header("DQ-Entry"));
    }

    private ObjectNode question() {
        return Plots.leadOf(code).put("applicationNo", number);
    }

    private ObjectNode application() {
        ObjectNode application = Plots.object()
                .put("applicationNo", number)
                .put("channel", "hall")
                .put("customerClass", "hv")
                .put("capacityKw", 12000)
                .put("voltageKv", 10)
                .put("supplies", 1)
                .put("projectCode", code)
                .put("at", "2026-10-20T09:00:00+08:00");
        application.set("applicant", owner());
        application.set("site", site());
        application.putArray("documents");
        return application;
    }

    private static JsonNode convert(String asker, JsonNode question) {
        return accepted(post(query(asker, "lead.convert", question))).json();
    }

    private static Reply refused(JsonNode question) {
        Parcel parcel = query(GRID, "lead.convert", question).sealed();
        Reply reply = post(parcel);
        assertRefused(reply, parcel, 422, "contract-violated");
        return reply;
    }

    private List<Event> said(String what) {
        return bean(Cases.class).timeline(lookup().path("leadNo").asText()).stream()
                .filter(event -> event.what().equals(what))
                .toList();
    }
}
