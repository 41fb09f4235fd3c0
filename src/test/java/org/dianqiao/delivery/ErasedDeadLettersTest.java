package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dianqiao.Office.Manner;
import org.dianqiao.Office.Response;
import org.dianqiao.Office.Visit;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.exchange.RetentionStore;
import org.dianqiao.exchange.RetentionWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be sent, and what cannot any more, when the time for which parts are kept is over. */
class ErasedDeadLettersTest extends WithDeadLetters {

    /** What others left on its way would hold up what is erased. */
    @BeforeEach
    void nothingElseIsOnItsWay() {
        database().sql("DELETE FROM delivery WHERE service = 'lead.assigned'").update();
    }

    @BeforeEach
    @AfterEach
    void nothingWasErasedYet() {
        database().sql("UPDATE erased_until SET entry = ''").update();
    }

    @Test
    void isNeitherSentAgainNorRedirectedButClosed() {
        Map<String, Object> dead = died();
        long id = (long) dead.get("id");
        await().until(() -> {
            timeIsOver();
            return parts(dead) == 0;
        });
        assertThatThrownBy(() -> deadLetters.retry(id, "王经理", "再试")).isInstanceOf(ErasedParts.class);
        assertThatThrownBy(() -> deadLetters.redirect(id, "grid.nanyang", "王经理", "由南阳代办"))
                .isInstanceOf(ErasedParts.class);
        assertThat(dead().get(0)).containsEntry("closed_at", null);
        assertThat(audited()).isEmpty();
        assertThat(nothingWaits()).isTrue();
        deadLetters.close(id, "王经理", "内容已按期清除");
        assertThat(dead().get(0)).containsEntry("closed_how", "closed");
    }

    @Test
    void isNotErasedWhileItIsSentAgain() {
        Map<String, Object> dead = died();
        zhumadian.manner(visit -> Response.unsigned(500));
        deadLetters.retry((long) dead.get("id"), "王经理", "对方已修正");
        await().until(() -> visits().size() >= 2);
        timeIsOver();
        assertThat(parts(dead)).isOne();
        zhumadian.manner(Manner.RECEIPTS);
        await().until(this::nothingWaits);
        assertThat(visits())
                .extracting(Visit::body)
                .containsOnly(visits().get(0).body());
        assertThat(outcomes()).contains("delivered");
        await().until(() -> {
            timeIsOver();
            return parts(dead) == 0;
        });
    }

    @Test
    void isNotErasedInTheMomentOfItsDecision() {
        Map<String, Object> dead = died();
        zhumadian.manner(Manner.RECEIPTS);
        bean(TransactionTemplate.class).executeWithoutResult(undecided -> {
            deadLetters.retry((long) dead.get("id"), "王经理", "对方已修正");
            CompletableFuture.runAsync(ErasedDeadLettersTest::timeIsOver).join();
        });
        await().until(this::nothingWaits);
        assertThat(outcomes()).containsExactlyInAnyOrder("contract-violated", "delivered");
        assertThat(parts(dead)).isOne();
    }

    private static void timeIsOver() {
        Clock later = Clock.offset(CLOCK, Duration.ofDays(1096));
        new RetentionWatch(bean(RetentionStore.class), bean(Catalogue.class), later).erase();
    }

    private static int parts(Map<String, Object> dead) {
        return database()
                .sql("SELECT count(*) FROM part WHERE entry = ?")
                .param(dead.get("parts_of"))
                .query(Integer.class)
                .single();
    }
}
