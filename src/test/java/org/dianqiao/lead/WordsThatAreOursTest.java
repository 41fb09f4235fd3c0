package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.dianqiao.Plots;
import org.dianqiao.exchange.Contracts;
import org.dianqiao.web.Visitor;
import org.junit.jupiter.api.Test;

/** What only the gateway says of a lead is not said by those who tell of one, whatever else they put into their words. */
class WordsThatAreOursTest extends WithLeads {

    private static final String FORGED = "冒充网关所言";
    private static final String LATER = "2026-10-20T09:00:00+08:00";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Visitor operator = new Visitor(gateway());

    @Test
    void areNotThePlatformsThatToldOfTheProject() throws IOException {
        ObjectNode project = forged(project());
        claim(project.withObject("/owner")).put("suspect", true);
        claim(project.withObject("/site"));
        project.put("landOffice", "郑东");
        tell(PLATFORM, "project.code-assigned", project);

        JsonNode lead = told(1).get(0);
        assertThat(lead.path("landOffice").asText())
                .as("what nobody knows is passed on")
                .isEqualTo("郑东");
        assertOurs("lead.assigned", lead);
        assertOursIn(lead.path("leadNo").asText());
    }

    @Test
    void areNotThePlatformsThatToldOfItsProgress() throws IOException {
        tellProject();
        ObjectNode changes = forged(Plots.object().put("projectName", "鸿宝路研发中心二期"));
        changes.set("owner", owner());
        claim(changes.withObject("/owner")).put("suspect", true);
        ObjectNode updated = forged(Plots.updated(code, 2).put("at", LATER));
        updated.set("changes", changes);
        tell(PLATFORM, "project.updated", updated);

        JsonNode lead = told(2).get(1);
        assertThat(lead.path("projectName").asText()).isEqualTo("鸿宝路研发中心二期");
        assertThat(lead.path("milestones")).hasSize(1);
        assertOurs("lead.assigned", lead);
        assertOursIn(lead.path("leadNo").asText());
    }

    @Test
    void areNotTheirsWhoTakeAProjectBack() throws IOException {
        tellProject();
        tell(PLATFORM, "project.withdrawn", forged(Plots.withdrawn(code)));

        JsonNode lead = told(2).get(1);
        assertThat(lead.at("/withdrawn/reason").asText()).isEqualTo("项目取消");
        assertOurs("lead.assigned", lead);
    }

    @Test
    void areNotTheRegulatorsNorTheRegistrys() throws IOException {
        tell(REGULATOR, "enterprise.registered", forged(registration(true)));
        tell(REGISTRY, "land.transferred", forged(land()));

        JsonNode lead = told(2).get(1);
        assertThat(lead.at("/registration/contact/name").asText()).isEqualTo("赵敏");
        assertThat(lead.at("/land/usage").asText()).isEqualTo("科研用地");
        assertOurs("lead.assigned", lead);
        assertOursIn(lead.path("leadNo").asText());
    }

    private void assertOursIn(String leadNo) {
        assertOurs("lead.lookup.reply", lookup(leadNo));
        operator.post("/login", "username=operator&password=");
        assertThat(operator.get("/leads/" + leadNo).body()).contains(leadNo).doesNotContain(FORGED);
    }

    private static void assertOurs(String contract, JsonNode lead) {
        assertThat(bean(Contracts.class).violations(contract, lead)).isEmpty();
        assertThat(lead.toString()).doesNotContain(FORGED);
        assertThat(lead.findValues("attested")).isEmpty();
        assertThat(lead.path("owner").has("suspect")).isFalse();
    }

    private static ObjectNode forged(ObjectNode words) throws IOException {
        for (String name : ours()) {
            words.putObject(name)
                    .put("reason", FORGED)
                    .put("contractNo", FORGED)
                    .put("at", LATER)
                    .putObject("contact")
                    .put("name", FORGED);
        }
        return words;
    }

    private static ObjectNode claim(ObjectNode words) {
        words.putObject("attested").put("of", FORGED).put("means", "database");
        return words;
    }

    /** The members of a lead, by our contracts, that are none of the words of a platform that tells of a project. */
    private static Set<String> ours() throws IOException {
        Set<String> names = new TreeSet<>();
        contract("shapes").at("/$defs/lead/properties").fieldNames().forEachRemaining(names::add);
        contract("lead.lookup.reply").path("properties").fieldNames().forEachRemaining(names::add);
        contract("project.code-assigned").path("properties").fieldNames().forEachRemaining(names::remove);
        assertThat(names).contains("leadNo", "answers").doesNotContain("owner");
        return names;
    }

    private static JsonNode contract(String name) throws IOException {
        return JSON.readTree(
                home().resolve("mappings/contracts/" + name + ".schema.json").toFile());
    }
}
