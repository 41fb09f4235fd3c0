package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.dianqiao.Plots;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of enterprises and plots has neither project code nor region of its own: whoever writes one steers nothing. */
class UnlistedMembersTest extends WithLeads {

    private static final String NINGXIA = "approval.ningxia";
    private static final String YINCHUAN = "640104";

    private final String foreign = Plots.freshCode(YINCHUAN);

    @BeforeAll
    static void registersTheApprovalPlatformOfNingxia() {
        newcomer(NINGXIA, """
                kind: approval-platform
                region: "640000"
                sends: [ { service: project.code-assigned }, { service: project.updated } ]
                """);
    }

    @Test
    void takeNoProjectAwayFromItsRegion() {
        tell(REGULATOR, "enterprise.registered", registration(true).put("projectCode", foreign));
        tell(REGISTRY, "land.transferred", land().put("projectCode", foreign));
        assertThat(told(2))
                .allSatisfy(lead -> assertThat(lead.has("projectCode")).isFalse());
        tell(NINGXIA, "project.code-assigned", Plots.coded(foreign));
        assertThat(row("project_code", foreign)).containsEntry("region_code", YINCHUAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration", "land"})
    void attachNoStrangerToAProject(String telling) {
        tellProject();
        ObjectNode stranger = telling.equals("land") ? land() : registration(true);
        ((ObjectNode) stranger.path(telling.equals("land") ? "owner" : "enterprise"))
                .put("name", "郑州市另一家有限公司")
                .put("idNo", "91410100MA7L" + foreign.substring(18, 23) + "A");
        stranger.put("projectCode", code);
        if (telling.equals("land")) {
            tell(REGISTRY, "land.transferred", stranger);
        } else {
            tell(REGULATOR, "enterprise.registered", stranger);
        }
        assertThat(lookup().path("origins")).extracting(JsonNode::asText).containsExactly("project");
        assertThat(lookup().at("/owner/name").asText()).isEqualTo("河南中原置业有限公司");
    }

    @Test
    void areNoFaultOfOursThoughTheyAreNoCodes() {
        tell(REGULATOR, "enterprise.registered", registration(true).put("projectCode", "not-a-code"));
        ObjectNode land = land();
        land.putObject("projectCode").put("of", code);
        tell(REGISTRY, "land.transferred", land);
        assertThat(told(2))
                .allSatisfy(lead -> assertThat(lead.has("projectCode")).isFalse());
    }

    @Test
    void moveNoLeadIntoAnotherRegion() {
        tell(REGISTRY, "land.transferred", land().put("regionCode", YINCHUAN));
        tell(REGULATOR, "enterprise.registered", registration(true).put("regionCode", YINCHUAN));
        assertThat(row("lead_no", leadNo(2))).containsEntry("region_code", Plots.ZHENGZHOU);
    }

    private String leadNo(int times) {
        return told(times).get(0).path("leadNo").asText();
    }

    private static Map<String, Object> row(String column, String value) {
        return database()
                .sql("SELECT region_code FROM lead WHERE " + column + " = ?")
                .param(value)
                .query()
                .singleRow();
    }
}
