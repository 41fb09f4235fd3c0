package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import org.dianqiao.Office.Manner;
import org.dianqiao.Office.Visit;
import org.junit.jupiter.api.Test;

/** What an operator does with a dead letter. */
class OperatorsChoicesTest extends WithDeadLetters {

    @Test
    void isSentAgainWithTheSameBytes() {
        long id = (long) died().get("id");
        zhumadian.manner(Manner.RECEIPTS);
        deadLetters.retry(id, "王经理", "对方已修正");
        await().until(() -> visits().size() == 2 && nothingWaits());
        assertThat(visits())
                .extracting(Visit::manifestHeader)
                .containsOnly(visits().get(0).manifestHeader());
        assertThat(visits())
                .extracting(Visit::signatureHeader)
                .containsOnly(visits().get(0).signatureHeader());
        assertThat(outcomes()).containsExactlyInAnyOrder("contract-violated", "delivered");
        assertThat(dead().get(0))
                .containsEntry("closed_how", "retried")
                .containsEntry("closed_by", "王经理")
                .containsEntry("closed_why", "对方已修正");
        assertThat(audited()).containsExactly("dead-letter-retried");
    }

    @Test
    void goesToAnotherPartnerNewlySigned() {
        long id = (long) died().get("id");
        deadLetters.redirect(id, "grid.nanyang", "王经理", "由南阳代办");
        await().until(this::nothingWaits);
        Visit first = visits().get(0);
        Visit other = nanyang.visits().stream().filter(this::isOurs).findFirst().orElseThrow();
        assertThat(other.manifest().path("to").asText()).isEqualTo("grid.nanyang");
        assertThat(other.manifest().path("id")).isNotEqualTo(first.manifest().path("id"));
        assertThat(other.body()).isEqualTo(first.body());
        assertThat(dead().get(0)).containsEntry("closed_how", "redirected");
    }

    @Test
    void doesNotGoToWhoDoesNotReceiveIt() {
        long id = (long) died().get("id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deadLetters.redirect(id, PLATFORM, "王经理", "试试"))
                .withMessageContaining(PLATFORM);
        assertThat(dead().get(0)).containsEntry("closed_at", null);
        assertThat(audited()).isEmpty();
    }

    @Test
    void isClosedOnceAndWithAReason() {
        long id = (long) died().get("id");
        assertThatIllegalArgumentException().isThrownBy(() -> deadLetters.close(id, "王经理", " "));
        deadLetters.close(id, "王经理", "项目已取消");
        assertThat(dead().get(0)).containsEntry("closed_how", "closed");
        assertThatIllegalArgumentException().isThrownBy(() -> deadLetters.retry(id, "王经理", "再试"));
        assertThatIllegalArgumentException().isThrownBy(() -> deadLetters.close(id, "王经理", "再关"));
        assertThat(visits()).hasSize(1);
    }
}
