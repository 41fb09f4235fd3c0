package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A project whose platform says that something about it is otherwise now. */
class ChangedProjectsTest extends WithLeads {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CITIZEN = "410105199003077615";
    private static final String WRONG_CITIZEN = "410105199003077610";
    private static final String BEFORE_ITS_CODE = "2020-01-01T09:00:00+08:00";
    private static final String LATER = "2027-01-05T09:00:00+08:00";
    private static final String LATER_STILL = "2027-01-06T09:00:00+08:00";

    @Test
    void isToldToTheUtilityAsItIsNow() {
        tellProject();
        told(1);

        ObjectNode changes = Plots.object().put("projectName", "鸿宝路研发中心二期").put("investment10k", 61000);
        changes.putObject("demand").put("capacityKw", 1250);
        changes.putObject("site").put("address", "郑州市金水区鸿宝路 8 号");
        tellChanges(LATER, changes);

        JsonNode lead = told(2).get(1);
        assertThat(bean(Contracts.class).violations("lead.assigned", lead)).isEmpty();
        assertThat(lead.path("projectName").asText()).isEqualTo("鸿宝路研发中心二期");
        assertThat(lookup().at("/demand/capacityKw").asInt()).isEqualTo(1250);
        assertThat(lookup().at("/demand/voltageKv"))
                .as("what is not named stays")
                .isEqualTo(project().at("/demand/voltageKv"));
        assertThat(lookup().at("/site/address").asText()).isEqualTo("郑州市金水区鸿宝路 8 号");
        assertThat(lookup().at("/site/regionCode").asText()).isEqualTo(Plots.ZHENGZHOU);
    }

    @Test
    void isAsTheLatestWordSaysInWhateverOrderTheWordsCome() {
        tellChanges(LATER_STILL, Plots.object().put("projectName", "第三个名称"));
        tellChanges(LATER, Plots.object().put("projectName", "第二个名称"));
        tellChanges(BEFORE_ITS_CODE, Plots.object().put("projectName", "赋码前的名称"));
        tellProject();

        assertThat(lookup().path("projectName").asText()).isEqualTo("第三个名称");
    }

    @Test
    void doesNotTakeWhatHasNotTheShapeThatItHadOrIsNoPartOfIt() {
        tellProject();
        String name = lookup().path("projectName").asText();

        ObjectNode changes = Plots.object().put("projectName", "  ");
        changes.put("leadNo", "L-1").put("state", "declined");
        tellChanges(LATER, changes);
        tell(PLATFORM, "project.updated", (ObjectNode) Plots.updated(code, 2).set("changes", array("名称", "投资额")));

        JsonNode lead = lookup();
        assertThat(lead.path("projectName").asText()).isEqualTo(name);
        assertThat(lead.path("state").asText()).isEqualTo("assigned");
    }

    @Test
    void keepsItsOwnerWhenHalfOfANewOneIsNobody() {
        ObjectNode project = project();
        owner(project).put("kind", "person").put("idType", "111").put("idNo", CITIZEN);
        tell(PLATFORM, "project.code-assigned", project);

        ObjectNode changes = Plots.object();
        changes.putObject("owner").put("idNo", WRONG_CITIZEN);
        tellChanges(LATER, changes);

        assertThat(lookup().at("/owner/idNo").asText()).isEqualTo(CITIZEN);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            /changes/demand/capacityKw | {"demand": {"capacityKw": -5}}
            /changes/demand            | {"demand": 5}
            /changes/plannedStart      | {"plannedStart": "明年"}
            /changes/investment10k     | {"investment10k": -1}
            /changes/projectName       | {"projectName": ""}
            /changes/regionCode        | {"regionCode": 410105}
            /changes/owner             | {"owner": "另一家"}
            /changes/owner/kind        | {"owner": {"kind": "robot"}}
            /changes/owner/idNo        | {"owner": {"idType": "111", "idNo": "410105199003077610"}}
            /changes/site/regionCode   | {"site": {"regionCode": "4101"}}
            /changes/site/unitNo       | {"site": {"unitNo": "410105001001GB0000"}}
            """, delimiter = '|')
    void obeysWhatItsCodesAssignmentObeys(String pointer, String changes) throws JsonProcessingException {
        tellProject();
        JsonNode before = lookup();

        Parcel parcel = event(PLATFORM, "project.updated", changed(LATER, JSON.readTree(changes)))
                .sealed();
        Reply reply = post(parcel);

        assertRefused(reply, parcel, 422, "contract-violated");
        assertThat(reply.json().path("errors").findValuesAsText("pointer")).containsExactly(pointer);
        assertThat(lookup()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"site\": {\"regionCode\": \"370102\", \"address\": \"济南市历下区解放路 1 号\"}}",
                "{\"site\": {\"regionCode\": \"370102\"}}",
                "{\"regionCode\": \"370102\"}"
            })
    void doesNotGoWhereItsPlatformHasNoSay(String changes) throws JsonProcessingException {
        tellProject();
        JsonNode before = lookup();

        Parcel parcel = event(PLATFORM, "project.updated", changed(LATER, JSON.readTree(changes)))
                .sealed();

        assertRefused(post(parcel), parcel, 403, "not-permitted");
        assertThat(lookup()).isEqualTo(before);
    }

    private static ObjectNode owner(ObjectNode project) {
        return (ObjectNode) project.path("owner");
    }

    private ObjectNode changed(String at, JsonNode changes) {
        ObjectNode update = Plots.updated(code, 1).put("at", at);
        update.set("changes", changes);
        return update;
    }

    private void tellChanges(String at, ObjectNode changes) {
        tell(PLATFORM, "project.updated", changed(at, changes));
    }

    private static JsonNode array(String... names) {
        var array = Plots.object().putArray("names");
        List.of(names).forEach(array::add);
        return array;
    }
}
