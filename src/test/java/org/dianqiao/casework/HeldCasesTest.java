package org.dianqiao.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.exchange.Hold;
import org.dianqiao.exchange.Holds;
import org.junit.jupiter.api.Test;

/** While somebody holds what was said in a case, what was told in it is kept however long its time is over. */
class HeldCasesTest extends WithBookings {

    private static final String REVIEW = "行政复议第 12 号";

    private final Holds holds = bean(Holds.class);

    @Test
    void keepEverythingWhileTheirThreadIsHeld() {
        said(thread);
        Casefile booking = closed();
        hold(thread);
        Later.threeYearsPass();
        assertThat(isErased(booking)).isFalse();
        release(thread);
        Later.threeYearsPass();
        assertThat(isErased(booking)).isTrue();
    }

    @Test
    void keepEverythingWhileAMessageInTheirTimelineIsHeld() {
        String other = Plots.freshCode();
        String entry = said(other);
        Casefile booking = closed(entry);
        hold(other);
        Later.threeYearsPass();
        assertThat(isErased(booking)).isFalse();
        release(other);
        Later.threeYearsPass();
        assertThat(isErased(booking)).isTrue();
    }

    @Test
    void areKeptByAHoldThatIsBeingSetWhenTheErasingBegins() {
        said(thread);
        Casefile booking = closed();
        CompletableFuture<Void> erasing = transaction.execute(setting -> {
            hold(thread);
            return waiting(Later::threeYearsPass);
        });
        erasing.join();
        assertThat(isErased(booking)).isFalse();
    }

    /** A message of this thread; the entry that it became. */
    private static String said(String thread) {
        Parcel coded = event(PLATFORM, "project.code-assigned", Plots.coded(thread))
                .put("case", thread)
                .sealed();
        return accepted(post(coded)).header("DQ-Entry");
    }

    /** Begins it elsewhere, and returns when it stands before the lock. */
    private static CompletableFuture<Void> waiting(Runnable act) {
        CompletableFuture<Void> future = CompletableFuture.runAsync(act);
        await().until(() -> database()
                        .sql("SELECT count(*) FROM pg_locks WHERE relation = 'erased_until'::regclass AND NOT granted")
                        .query(Integer.class)
                        .single()
                > 0);
        return future;
    }

    private void hold(String caseId) {
        assertThat(holds.hold(caseId, "zhao.min", REVIEW)).isEqualTo(Holds.Outcome.HELD);
    }

    private void release(String caseId) {
        Hold hold = holds.inForceOn(caseId).get(0);
        assertThat(holds.release(hold.id(), "zhao.min", "不再需要")).isTrue();
    }
}
