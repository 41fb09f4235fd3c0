package org.dianqiao.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceVerifyTest extends AskingForLicences {

    @ParameterizedTest
    @CsvSource({
        DEVELOPER + ", " + BUSINESS + ", 91410100MA7K3D2F5N, valid",
        DEVELOPER + ", " + CONSTRUCTION + ", 410105202609090101, not-yet-valid",
        TEA_MAKER + ", " + BUSINESS + ", 91341002MA8P7T4H6E, suspended",
        MANAGER + ", " + CONSTRUCTOR + ", 豫241202012345, expired-or-revoked",
        FLAT_OWNER + ", " + ESTATE + ", 皖(2019)黄山市不动产权第0011223号, expired-or-revoked",
        MANAGER + ", " + BUSINESS + ", 91410100MA7K3D2F50, not-found",
    })
    void saysWhetherItIsAsTheCustomerSays(String holder, String type, String number, String result) {
        Reply reply = accepted(verify(claim(holder, type, number)));
        assertThat(reply.json()).isEqualTo(Plots.object().put("result", result));
        assertThat(outcomes()).containsExactly("answered");
    }

    @Test
    void namesWhatDiffers() {
        Reply reply = accepted(verify(claim(MANAGER, BUSINESS, "91410100MA7K3D2F5N")));
        assertThat(reply.json().path("result").asText()).isEqualTo("mismatch");
        assertThat(reply.json().path("differing"))
                .extracting(each -> each.asText())
                .containsExactlyInAnyOrder("holder.name", "holder.idNo");
    }

    @Test
    void comparesTheIdentifierToo() {
        ObjectNode claim = claim(DEVELOPER, BUSINESS, "91410100MA7K3D2F5N").put("identifier", DEVELOPERS_LICENCE);
        assertThat(accepted(verify(claim)).json().path("result").asText()).isEqualTo("valid");
    }

    @Test
    void saysWhatTheServiceMissed() {
        Parcel question =
                question("licence.verify", Plots.object().put("type", BUSINESS).put("number", "1"));
        ObjectNode insufficient = Plots.object().put("result", "insufficient");
        insufficient.putArray("missing").add("holder.idNo");
        assertThat(accepted(post(question)).json()).isEqualTo(insufficient);
        assertThat(outcomes()).containsExactly("answered");
    }

    private static ObjectNode claim(String holder, String type, String number) {
        ObjectNode claim = Plots.object().put("type", type).put("number", number);
        claim.set("holder", holder(holder));
        return claim;
    }
}
