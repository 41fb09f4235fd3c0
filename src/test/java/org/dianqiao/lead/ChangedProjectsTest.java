package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dianqiao.Plots;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.Test;

/** A project whose platform says that something about it is otherwise now. */
class ChangedProjectsTest extends WithLeads {

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

        ObjectNode changes = Plots.object().put("projectName", "  ").put("plannedStart", "明年");
        changes.put("owner", "另一家").put("leadNo", "L-1").put("state", "declined");
        tellChanges(LATER, changes);
        tell(PLATFORM, "project.updated", (ObjectNode) Plots.updated(code, 2).set("changes", array("名称", "投资额")));

        JsonNode lead = lookup();
        assertThat(lead.path("projectName").asText()).isEqualTo(name);
        assertThat(lead.path("plannedStart")).isEqualTo(project().path("plannedStart"));
        assertThat(lead.at("/owner/name").asText()).isEqualTo("河南中原置业有限公司");
        assertThat(lead.path("state").asText()).isEqualTo("assigned");
    }

    private void tellChanges(String at, ObjectNode changes) {
        tell(PLATFORM, "project.updated", (ObjectNode)
                Plots.updated(code, 1).put("at", at).set("changes", changes));
    }

    private static JsonNode array(String... names) {
        var array = Plots.object().putArray("names");
        List.of(names).forEach(array::add);
        return array;
    }
}
