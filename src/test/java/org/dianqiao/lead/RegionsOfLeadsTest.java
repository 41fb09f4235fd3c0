package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Office;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where a project lies is at first what its code says, then what the approval platform tells. */
class RegionsOfLeadsTest extends AtTheDoor {

    private static final String GANSU = "approval.gansu";
    private static final String UTILITY = """
            kind: utility
            region: "%s"
            utility: electricity
            sends: [ { service: lead.lookup } ]
            receives: [ lead.assigned ]
            """;

    private final String code = Plots.freshCode("620102");

    @BeforeAll
    static void registersTheApprovalPlatformOfGansu() {
        newcomer(GANSU, """
                kind: approval-platform
                region: "620000"
                sends: [ { service: project.code-assigned }, { service: project.updated } ]
                """);
    }

    @Test
    void areThoseThatAreTold() {
        tell("project.updated", Plots.updated(code, 1));
        assertThat(lead()).containsEntry("region_code", "620102").containsEntry("utility", null);
        tell("project.code-assigned", codedIn("620802"));
        assertThat(lead()).containsEntry("region_code", "620802");
        tell("project.updated", Plots.updated(code, 2));
        assertThat(lead()).containsEntry("region_code", "620802");
    }

    @Test
    void areOtherOnesOnceThePlatformSaysSo() {
        tell("project.code-assigned", codedIn("620802"));
        ObjectNode moved = Plots.updated(code, 2).put("at", "2027-01-05T09:00:00+08:00");
        moved.putObject("changes").put("regionCode", "620902").putObject("site").put("regionCode", "620902");
        tell("project.updated", moved);
        assertThat(lead()).containsEntry("region_code", "620902");
    }

    @Test
    void bringTheLeadToTheirUtilityOnceTheyAreTold() {
        try (Office gannan = office("grid.gannan", UTILITY.formatted("623000"))) {
            tell("project.updated", Plots.updated(code, 1));
            assertThat(gannan.visits()).isEmpty();
            tell("project.code-assigned", codedIn("623001"));
            await().until(() -> gannan.visits().size() == 1);
            assertThat(lead()).containsEntry("utility", "grid.gannan");
        }
    }

    @Test
    void leaveTheLeadWithTheUtilityThatWasTold() {
        try (Office qingyang = office("grid.qingyang", UTILITY.formatted("621000"))) {
            String near = Plots.freshCode("621002");
            accepted(post(event(GANSU, "project.updated", Plots.updated(near, 1))));
            accepted(post(event(GANSU, "project.code-assigned", movedTo("620902", near))));
            await().until(() -> qingyang.visits().size() == 2);
            JsonNode lead = accepted(post(query("grid.qingyang", "lead.lookup", Plots.leadOf(near))))
                    .json();
            assertThat(lead.path("site").path("regionCode").asText()).isEqualTo("620902");
        }
    }

    @Test
    void openTheLeadToThoseWhoActForThem() {
        newcomer("grid.jiuquan", UTILITY.formatted("620900"));
        newcomer("grid.lanzhou", UTILITY.formatted("620100").replace("lead.assigned", "notice.published"));
        tell("project.updated", Plots.updated(code, 1));
        accepted(post(query("grid.lanzhou", "lead.lookup", Plots.leadOf(code))));
        tell("project.code-assigned", codedIn("620902"));
        accepted(post(query("grid.jiuquan", "lead.lookup", Plots.leadOf(code))));
        Parcel late = query("grid.lanzhou", "lead.lookup", Plots.leadOf(code)).sealed();
        assertRefused(post(late), late, 403, "not-permitted");
    }

    /** The country's own project: its code names no region. */
    @Test
    void mayBeToldWhereTheCodeHasNone() {
        newcomer("approval.china", """
                kind: approval-platform
                region: "000000"
                sends: [ { service: project.updated } ]
                """);
        String national = Plots.freshCode("000000");
        accepted(post(event("approval.china", "project.updated", Plots.updated(national, 1))));
        accepted(post(event(GANSU, "project.code-assigned", movedTo("620802", national))));
        Parcel foreign = event(PLATFORM, "project.code-assigned", movedTo("410105", national))
                .sealed();
        assertRefused(post(foreign), foreign, 403, "not-permitted");
    }

    private void tell(String service, ObjectNode payload) {
        accepted(post(event(GANSU, service, payload)));
    }

    private ObjectNode codedIn(String region) {
        return movedTo(region, code);
    }

    private static ObjectNode movedTo(String region, String code) {
        ObjectNode project = Plots.coded(code).put("regionCode", region);
        ((ObjectNode) project.path("site")).put("regionCode", region);
        return project;
    }

    private Map<String, Object> lead() {
        return database()
                .sql("SELECT region_code, utility FROM lead WHERE project_code = ?")
                .param(code)
                .query()
                .singleRow();
    }
}
