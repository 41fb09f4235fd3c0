package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a utility says of a lead, and what it is told when it asks. */
class AnswersToLeadsTest extends AtTheDoor {

    private final String code = Plots.freshCode();
    private String leadNo = "";

    @BeforeEach
    void codesAProject() {
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
        leadNo = lookup(Plots.leadOf(code)).path("leadNo").asText();
    }

    @Test
    void areKeptInTheirOrder() {
        assertThat(lookup(Plots.leadOf(code)).path("state").asText()).isEqualTo("assigned");
        answer("accepted");
        ObjectNode reserved = Plots.answered(leadNo, "reserved").put("reserveProjectNo", "R-2026-0017");
        reserved.putObject("manager").put("name", "王经理").put("phone", "13700000095");
        accepted(post(event(GRID, "lead.answered", reserved)));
        JsonNode lead = lookup(Plots.leadOf(code));
        assertThat(lead.path("state").asText()).isEqualTo("reserved");
        assertThat(lead.path("reserveProjectNo").asText()).isEqualTo("R-2026-0017");
        assertThat(lead.path("answers"))
                .extracting(each -> each.path("state").asText())
                .containsExactly("accepted", "reserved");
        assertThat(lead.path("answers").get(1).path("manager").path("name").asText())
                .isEqualTo("王经理");
    }

    @Test
    void areFoundByNumberAsByProject() {
        answer("contacted");
        JsonNode byNumber = lookup(Plots.object().put("leadNo", leadNo));
        assertThat(byNumber).isEqualTo(lookup(Plots.leadOf(code)));
        assertThat(bean(Contracts.class).violations("lead.lookup.reply", byNumber))
                .isEmpty();
    }

    @Test
    void showThatTheProjectIsWithdrawn() {
        accepted(post(event(PLATFORM, "project.withdrawn", Plots.withdrawn(code))));
        assertThat(lookup(Plots.leadOf(code)).path("withdrawn").path("reason").asText())
                .isEqualTo("项目取消");
    }

    @Test
    void areTheBusinessOfTheUtilityThatWasTold() {
        newcomer("grid.anyang", """
                kind: utility
                region: "410000"
                sends: [ { service: lead.answered } ]
                """);
        Parcel parcel = event("grid.anyang", "lead.answered", Plots.answered(leadNo, "declined"))
                .sealed();
        assertRefused(post(parcel), parcel, 403, "not-permitted");
        assertThat(lookup(Plots.leadOf(code)).path("answers")).isEmpty();
    }

    @Test
    void areNotTakenForALeadThatDoesNotExist() {
        Parcel parcel = event(GRID, "lead.answered", Plots.answered("L410105-260930-999999", "accepted"))
                .sealed();
        Reply reply = post(parcel);
        assertRefused(reply, parcel, 422, "contract-violated");
        assertThat(reply.json().path("errors").findValuesAsText("pointer")).containsExactly("/leadNo");
    }

    @Test
    void areNotInventedForAProjectThatNobodyTold() {
        Parcel parcel =
                query(GRID, "lead.lookup", Plots.leadOf(Plots.freshCode())).sealed();
        Reply reply = post(parcel);
        assertRefused(reply, parcel, 422, "contract-violated");
        assertThat(reply.json().path("errors").findValuesAsText("pointer")).containsExactly("/projectCode");
    }

    @Test
    void areAskedForByOneNameOnly() {
        Parcel both = query(GRID, "lead.lookup", Plots.leadOf(code).put("leadNo", leadNo))
                .sealed();
        assertRefused(post(both), both, 422, "contract-violated");
        Parcel none = query(GRID, "lead.lookup", Plots.object()).sealed();
        assertRefused(post(none), none, 422, "contract-violated");
    }

    @Test
    void areNotShownToAnotherRegion() {
        newcomer("grid.yantai", """
                kind: utility
                region: "370600"
                sends: [ { service: lead.lookup } ]
                """);
        Parcel parcel = query("grid.yantai", "lead.lookup", Plots.object().put("leadNo", leadNo))
                .sealed();
        assertRefused(post(parcel), parcel, 403, "not-permitted");
    }

    private void answer(String state) {
        accepted(post(event(GRID, "lead.answered", Plots.answered(leadNo, state))));
    }

    private static JsonNode lookup(JsonNode question) {
        return accepted(post(query(GRID, "lead.lookup", question))).json();
    }
}
