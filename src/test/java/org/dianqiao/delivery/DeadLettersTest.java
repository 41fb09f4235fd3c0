package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.dianqiao.Office.Manner;
import org.dianqiao.Office.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries that end without effect. */
class DeadLettersTest extends WithDeadLetters {

    @Test
    void keepsASignedRefusalWithItsCode() {
        Map<String, Object> dead = died();
        assertThat(dead).containsEntry("code", "contract-violated").containsEntry("attempts", 1);
        assertThat(end(dead)).containsEntry("outcome", "contract-violated").containsEntry("partner", "grid.zhumadian");
        assertThat(end(dead).get("answer_manifest")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 409, 410, 422})
    void keepsARefusalThatNobodySigned(int status) {
        zhumadian.manner(visit -> Response.unsigned(status));
        Map<String, Object> dead = died();
        assertThat(dead).containsEntry("code", "refused").containsEntry("attempts", 1);
        assertThat(end(dead)).containsEntry("outcome", "refused").containsEntry("answer_manifest", null);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 503})
    void isNotMadeOfAPartnerWhoMayYetTakeIt(int status) {
        zhumadian.manner(visit -> Response.unsigned(status));
        tellOfTheProject();
        await().until(() -> visits().size() == 2);
        assertThat(dead()).isEmpty();
        zhumadian.manner(Manner.RECEIPTS);
        await().until(this::nothingWaits);
        assertThat(dead()).isEmpty();
    }

    @Test
    void isMadeOfADeliveryWhoseTimeIsOver() {
        zhumadian.manner(visit -> Response.unsigned(500));
        tellOfTheProject();
        await().until(() -> !visits().isEmpty());
        database()
                .sql("UPDATE delivery SET expires_at = now() WHERE case_id = ?")
                .param(code)
                .update();
        await().until(() -> !dead().isEmpty());
        assertThat(dead().get(0)).containsEntry("code", "expired");
        assertThat(end(dead().get(0))).containsEntry("outcome", "expired").containsEntry("answer_manifest", null);
        assertThat(nothingWaits()).isTrue();
    }
}
