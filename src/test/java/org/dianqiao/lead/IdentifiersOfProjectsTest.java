package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;

/** Codes that are wrong for certain are refused, those that may have been issued wrong are marked. */
class IdentifiersOfProjectsTest extends AtTheDoor {

    private final String code = Plots.freshCode();
    private final ObjectNode project = Plots.coded(code);

    @Test
    void marksACreditCodeWithAWrongCheckCharacter() {
        owner().put("idNo", "91410100MA7K3D2F5A");
        accepted(post(event(PLATFORM, "project.code-assigned", project)));
        JsonNode owner = accepted(post(query(GRID, "lead.lookup", Plots.leadOf(code))))
                .json()
                .path("owner");
        assertThat(owner.path("suspect").asBoolean()).isTrue();
        assertThat(owner.path("idNo").asText()).isEqualTo("91410100MA7K3D2F5A");
    }

    @Test
    void refusesAProjectCodeWithAWrongCheckDigit() {
        project.put("projectCode", "2609-410105-04-01-123458");
        assertViolated("/projectCode");
    }

    @Test
    void refusesACitizenNumberWithAWrongCheckDigitAndDoesNotRepeatIt() {
        owner().put("kind", "person").put("idType", "111").put("idNo", "410105199003077610");
        assertThat(new String(assertViolated("/owner/idNo").body())).doesNotContain("410105199003077610");
    }

    @Test
    void refusesAUnitNumberThatIsNone() {
        ((ObjectNode) project.path("site")).put("unitNo", "450103001001GB00001F0001000X");
        assertViolated("/site/unitNo");
    }

    private ObjectNode owner() {
        return (ObjectNode) project.path("owner");
    }

    private Reply assertViolated(String pointer) {
        Parcel parcel = event(PLATFORM, "project.code-assigned", project).sealed();
        Reply reply = post(parcel);
        assertRefused(reply, parcel, 422, "contract-violated");
        assertThat(reply.json().path("errors").findValuesAsText("pointer")).containsExactly(pointer);
        return reply;
    }
}
