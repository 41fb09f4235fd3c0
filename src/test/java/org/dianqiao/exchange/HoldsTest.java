package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.delivery.Outbox;
import org.dianqiao.exchange.Holds.Outcome;
import org.dianqiao.exchange.RetentionStore.Batch;
import org.dianqiao.ledger.EntryId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** The same project twice, one held: what its time is over for goes of the other only. */
class HoldsTest extends AtTheDoor {

    private static final Duration THREE_YEARS = Duration.ofDays(1096);
    private static final String CODED = "project.code-assigned";
    private static final String AUDITOR = "zhao.min";
    private static final String REVIEW = "行政复议第 12 号";

    private final Holds holds = bean(Holds.class);
    private final RetentionStore store = bean(RetentionStore.class);
    private final String code = Plots.freshCode();
    private final Parcel told =
            event(PLATFORM, CODED, Plots.coded(code)).put("case", code).sealed();
    private final Parcel question =
            query(GRID, "lead.lookup", Plots.leadOf(code)).put("case", code).sealed();

    @BeforeEach
    @AfterEach
    void nothingWasErasedYet() {
        store.mark(List.of(CODED));
        database().sql("UPDATE erased_until SET entry = ''").update();
        database().sql("DELETE FROM spared_part").update();
    }

    @Test
    void keepsWhatIsOverAndAnswersAsBefore() {
        Reply first = answered();
        Parcel other = coded().sealed();
        accepted(post(other));
        hold(REVIEW);
        pass(THREE_YEARS);
        assertThat(parts(told)).isOne();
        assertThat(parts(question)).isEqualTo(2);
        assertThat(parts(other)).isZero();
        assertThat(post(question).words()).isEqualTo(first.words());
    }

    @Test
    void keepsWhatTheGatewaySaidInTheCase() {
        accepted(post(told));
        String lead =
                await().until(() -> saidOf(code), found -> !found.isEmpty()).get(0);
        String nobody = saidToNobody();
        hold(REVIEW);
        pass(THREE_YEARS);
        assertThat(partsUnder(lead)).isOne();
        assertThat(partsUnder(nobody)).isOne();
    }

    @Test
    void erasesInTheFirstRoundAfterTheRelease() {
        answered();
        String nobody = saidToNobody();
        nothingIsOnItsWay();
        hold(REVIEW);
        pass(THREE_YEARS);
        release(REVIEW);
        pass(THREE_YEARS);
        assertThat(parts(told)).isZero();
        assertThat(parts(question)).isZero();
        assertThat(partsUnder(nobody)).isZero();
        assertRefused(post(question), question, 410, "erased");
    }

    @Test
    void keepsUntilTheLastHoldIsReleased() {
        accepted(post(told));
        hold(REVIEW);
        hold("法院调查令");
        pass(THREE_YEARS);
        release(REVIEW);
        pass(THREE_YEARS);
        assertThat(parts(told)).isOne();
        release("法院调查令");
        pass(THREE_YEARS);
        assertThat(parts(told)).isZero();
    }

    @Test
    void findsWhatAnEarlierHoldKeptWhenAnotherIsReleased() {
        accepted(post(told));
        hold(REVIEW);
        pass(THREE_YEARS);
        release(REVIEW);
        hold("法院调查令");
        pass(THREE_YEARS);
        assertThat(parts(told)).isOne();
        release("法院调查令");
        pass(THREE_YEARS);
        assertThat(parts(told)).isZero();
    }

    @Test
    void erasesNothingBeforeItsTimeBecauseItWasHeld() {
        accepted(post(told));
        hold(REVIEW);
        pass(THREE_YEARS);
        release(REVIEW);
        pass(Duration.ofDays(30));
        assertThat(parts(told)).isOne();
    }

    @Test
    void keepsTheRestOfWhatAnErasingThatHasBegunTakes() {
        accepted(post(told));
        CompletableFuture<Outcome> held = bean(TransactionTemplate.class).execute(erasing -> {
            erase();
            return waiting(() -> holds.hold(code, AUDITOR, REVIEW));
        });
        assertThat(held.join()).isEqualTo(Outcome.HELD);
        assertThat(parts(told)).isZero();
    }

    @Test
    void keepsFromAnErasingThatBeginsWhileItIsBeingSet() {
        accepted(post(told));
        CompletableFuture<Batch> erased = bean(TransactionTemplate.class).execute(setting -> {
            hold(REVIEW);
            return waiting(this::erase);
        });
        erased.join();
        assertThat(parts(told)).isOne();
    }

    @Test
    void isNotSetOnACaseOfWhichNothingWasEverSaid() {
        assertThat(holds.hold(Plots.freshCode(), AUDITOR, REVIEW)).isEqualTo(Outcome.NO_SUCH_CASE);
    }

    @Test
    void isSetOnceForAReasonAndReleasedOnce() {
        accepted(post(told));
        hold(REVIEW);
        assertThat(holds.hold(code, AUDITOR, REVIEW)).isEqualTo(Outcome.HELD_BEFORE);
        Hold hold = holds.inForceOn(code).get(0);
        assertThat(holds.release(hold.id(), AUDITOR, "复议决定已生效")).isTrue();
        assertThat(holds.release(hold.id(), AUDITOR, "复议决定已生效")).isFalse();
        hold(REVIEW);
        assertThat(audited())
                .containsExactly("zhao.min held 行政复议第 12 号", "zhao.min released 复议决定已生效", "zhao.min held 行政复议第 12 号");
    }

    @Test
    void staysReadableWhenItIsReleasedAndIsNeverChanged() {
        accepted(post(told));
        hold(REVIEW);
        long id = holds.inForceOn(code).get(0).id();
        release(REVIEW);
        assertThat(holds.inForceOn(code)).isEmpty();
        assertThat(holds.released(1)).singleElement().satisfies(hold -> {
            assertThat(hold.id()).isEqualTo(id);
            assertThat(hold.why()).isEqualTo(REVIEW);
            assertThat(hold.release()).isNotNull();
        });
        assertRefusedChange("UPDATE legal_hold SET released_why = 'x' WHERE id = ?", id);
        assertRefusedChange("UPDATE legal_hold SET why = 'x' WHERE id = ?", id);
        assertRefusedChange("DELETE FROM legal_hold WHERE id = ?", id);
    }

    private Reply answered() {
        accepted(post(told));
        return accepted(post(question));
    }

    private void hold(String why) {
        assertThat(holds.hold(code, AUDITOR, why)).isEqualTo(Outcome.HELD);
    }

    private void release(String why) {
        Hold hold = holds.inForceOn(code).stream()
                .filter(each -> each.why().equals(why))
                .findFirst()
                .orElseThrow();
        assertThat(holds.release(hold.id(), AUDITOR, "不再需要")).isTrue();
    }

    private static void pass(Duration later) {
        new RetentionWatch(bean(RetentionStore.class), bean(Catalogue.class), Clock.offset(CLOCK, later)).erase();
    }

    /** Batch after batch: other tests have left their messages here too. */
    private Batch erase() {
        String end = EntryId.floor(CLOCK.instant().plus(Duration.ofDays(1)));
        Batch batch = store.erase(CODED, end);
        while (!batch.last()) {
            batch = store.erase(CODED, end);
        }
        return batch;
    }

    /** Begins it elsewhere, and returns when it stands before the lock. */
    private static <T> CompletableFuture<T> waiting(Supplier<T> act) {
        CompletableFuture<T> future = CompletableFuture.supplyAsync(act);
        await().until(() -> database()
                        .sql("SELECT count(*) FROM pg_locks WHERE relation = 'erased_until'::regclass AND NOT granted")
                        .query(Integer.class)
                        .single()
                > 0);
        assertThat(future).isNotDone();
        return future;
    }

    /** What is still to be delivered stops the erasing of its service; other tests may have left something behind. */
    private void nothingIsOnItsWay() {
        await().until(() -> !saidOf(code).isEmpty());
        database().sql("DELETE FROM delivery WHERE service = 'lead.assigned'").update();
    }

    private String saidToNobody() {
        byte[] json = "{\"projectCode\": \"%s\"}".formatted(code).getBytes(StandardCharsets.UTF_8);
        bean(TransactionTemplate.class)
                .executeWithoutResult(said -> bean(Outbox.class).sayToNobody("lead.assigned", code, json, "没有单位接收"));
        return database()
                .sql("SELECT parts_of FROM dead_letter WHERE case_id = ? AND code = 'no-receiver'")
                .param(code)
                .query(String.class)
                .single();
    }

    private static List<String> saidOf(String caseId) {
        return database()
                .sql("SELECT parts_of FROM ledger_entry WHERE case_id = ? AND service = 'lead.assigned'")
                .param(caseId)
                .query(String.class)
                .list();
    }

    private static int parts(Parcel parcel) {
        return partsUnder(database()
                .sql("SELECT entry FROM accepted WHERE message_id = ?")
                .param(parcel.id())
                .query(String.class)
                .single());
    }

    private static int partsUnder(String entry) {
        return database()
                .sql("SELECT count(*) FROM part WHERE entry = ?")
                .param(entry)
                .query(Integer.class)
                .single();
    }

    private List<String> audited() {
        return database()
                .sql("SELECT who || ' ' || what || ' ' || detail FROM audit WHERE subject = ? ORDER BY id")
                .param(code)
                .query(String.class)
                .list();
    }

    private static void assertRefusedChange(String sql, long id) {
        assertThatThrownBy(() -> database().sql(sql).param(id).update()).isInstanceOf(DataAccessException.class);
    }
}
