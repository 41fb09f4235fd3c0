package org.dianqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dianqiao.Patience.HANGS;
import static org.dianqiao.Patience.LONG;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dianqiao.MovedClock;
import org.dianqiao.ledger.StampAuthorities.Answer;
import org.dianqiao.trust.Stamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Heads get stamps from authorities that are right, silent, lying or slow; sealing never notices which. */
@Timeout(HANGS)
@ExtendWith(OutputCaptureExtension.class)
class StampingTest extends WithStamps {

    @Test
    void givesTheNewestHeadAStamp() {
        Instant before = CLOCK.instant();
        stamping.watch().stamp();
        node.tick();
        TreeHead head = node.tree().newest();
        Stamp stamp = Stamp.read(Base64.getDecoder().decode(head.timestamp()));
        assertThat(stamp.isOver(head.text())).isTrue();
        assertThat(stamp.time()).isBetween(before.minusMillis(1), CLOCK.instant());
        assertThat(node.tree().heads(0, 9)).containsExactly(head);
        assertThat(text(node.kept())).contains("\"timestamp\":\"" + head.timestamp() + "\"");
        assertThat(second.asked()).isZero();
    }

    @Test
    void asksForNothingBeforeTheFirstEntryAndForNoHeadTwice() {
        LedgerTree empty = new LedgerTree(node.store(), KEY, CLOCK);
        assertThat(Stamping.at(CLOCK, node, empty, stamping.settings())
                        .stamper()
                        .isWanted())
                .isFalse();
        stamping.watch().stamp();
        assertThat(stamping.stamper().isWanted()).isTrue();
        assertThat(stamping.stamp()).isEmpty();
        node.tick();
        assertThat(stamping.stamper().isWanted()).isFalse();
        stamping.watch().stamp();
        assertThat(first.asked()).isOne();
    }

    @Test
    void coversEarlierHeadsWithTheNextStamp() {
        first.answers(503, new byte[0]);
        second.answers(503, new byte[0]);
        stamping.stamp();
        append(node, 4);
        node.tick();
        assertThat(node.tree().headOver(0).timestamp()).isNull();
        first.gives(WithStamps::stamp);
        stamping.stamp();
        append(node, 1);
        node.tick();
        assertThat(node.tree().heads(0, 9))
                .extracting(head -> head.size() + " " + (head.timestamp() != null))
                .containsExactly("3 false", "7 true", "8 false");
        for (int index = 0; index < 7; index++) {
            assertThat(node.tree().headOver(index).size()).isEqualTo(7);
        }
        assertThat(node.tree().headOver(7).size()).isEqualTo(8);
    }

    @Test
    void sealsWhileAnAuthorityIsSilent() {
        first.isSilent();
        second.isSilent();
        CompletableFuture<Optional<Answer>> asking = CompletableFuture.supplyAsync(stamping::stamp);
        await().until(() -> first.asked() == 1);
        append(node, 10);
        node.tick();
        assertThat(node.tree().newest().size()).isEqualTo(13);
        assertThat(node.trouble()).isEmpty();
        assertThat(asking).isNotDone();
        assertThat(asking.join().orElseThrow().given()).isEmpty();
    }

    @Test
    void letsOneNodeAskAtATime() {
        Stamping other = Stamping.always(node(), settings(Duration.ofSeconds(1), second.url()));
        first.isSilent();
        CompletableFuture<Optional<Answer>> asking = CompletableFuture.supplyAsync(stamping::stamp);
        await().until(() -> first.asked() == 1);
        other.node().tick();
        assertThat(other.stamp()).isEmpty();
        assertThat(second.asked()).isZero();
        assertThat(asking.join().orElseThrow().given()).isPresent();
    }

    @Test
    void givesTheTurnToAnotherNodeWhenOneDies() {
        Stamping other = Stamping.always(node(), settings(Duration.ofSeconds(1), second.url()));
        other.node().tick();
        first.isSilent();
        CompletableFuture<Optional<Answer>> asking = CompletableFuture.supplyAsync(stamping::stamp);
        await().until(() -> first.asked() == 1);
        superuser()
                .sql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
                .query(Boolean.class)
                .list();
        await().until(() -> other.stamp().flatMap(Answer::given).isPresent());
        assertThat(asking).failsWithin(LONG);
    }

    @Test
    void asksOnceInAnIntervalOnHoweverManyNodes() {
        StampSettings hourly = settings(Duration.ofHours(1), first.url());
        Stamping.at(CLOCK, node, node.tree(), hourly).watch().stamp();
        append(node, 1);
        LedgerNode another = node();
        another.tick();
        Stamping other = Stamping.at(CLOCK, another, another.tree(), hourly);
        assertThat(other.stamper().isWanted()).isTrue();
        other.watch().stamp();
        assertThat(first.asked()).isOne();
    }

    @Test
    void tellsEachChangeOnce(CapturedOutput log) {
        first.answers(500, new byte[0]);
        second.answers(500, new byte[0]);
        StampSettings often = settings(Duration.ofSeconds(1), first.url(), second.url());
        MovedClock clock = new MovedClock();
        StampWatch watch = new StampWatch(stamping.stamper(), often, clock);
        threeTimes(watch, clock);
        second.gives(WithStamps::stamp);
        threeTimes(watch, clock);
        first.gives(WithStamps::stamp);
        threeTimes(watch, clock);
        assertThat(log.toString().lines().filter(line -> line.contains("StampWatch")))
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).contains("WARN", "No head is stamped", "HTTP status 500; http"),
                        line -> assertThat(line)
                                .contains(
                                        "WARN",
                                        "Heads are stamped by " + second.url(),
                                        first.url() + ": HTTP status 500"),
                        line -> assertThat(line).contains("INFO").endsWith("Heads are stamped by " + first.url()));
    }

    @Test
    void keepsTheCertificatesThatVouchForIt() {
        stamping.stamp();
        assertThat(stamping.kept()
                        .showing()
                        .of(List.of(KEY.certificate()), CLOCK.instant())
                        .certificates())
                .contains(KEY.certificate().der());
        assertThat(owner().sql("SELECT count(*) FROM kept_certificate WHERE der = ?")
                        .param(KEY.certificate().der())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void tellsHowItStands() {
        assertThat(stamping.state().newest()).isNull();
        assertThat(stamping.state().waitingSince())
                .isEqualTo(Instant.parse(node.tree().newest().time()));
        first.answers(500, new byte[0]);
        stamping.watch().stamp();
        StampState state = stamping.state();
        assertThat(state.newest().head().size()).isEqualTo(3);
        assertThat(state.newest().authority()).isEqualTo("C=CN,CN=可信时间戳");
        assertThat(state.newest().age(state.newest().at().plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
        assertThat(state.waitingSince()).isNull();
        assertThat(state.troubles()).containsExactly(first.url() + ": HTTP status 500");
    }

    @Test
    void isOverdueWhenAHeadWaitsForAnHour() {
        first.answers(500, new byte[0]);
        second.answers(500, new byte[0]);
        stamping.watch().stamp();
        StampState state = stamping.state();
        Instant since = Instant.parse(node.tree().newest().time());
        assertThat(state.isOverdue(since.plus(Duration.ofMinutes(60)))).isFalse();
        assertThat(state.isOverdue(since.plus(Duration.ofMinutes(61)))).isTrue();
        StampState unwanted = new StampState(false, null, since, List.of());
        assertThat(unwanted.isOverdue(since.plus(Duration.ofDays(1)))).isFalse();
        second.gives(WithStamps::stamp);
        stamping.stamp();
        assertThat(stamping.state().isOverdue(since.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void tellsAStampThatSomebodyHasEdited() {
        superuserWithoutTriggers("UPDATE ledger_head SET token = '\\x3000'");
        StampState state = stamping.state();
        assertThat(state.newest()).isNull();
        assertThat(state.troubles()).singleElement().asString().startsWith("the stamp of the head of 3 entries: ");
    }

    private void threeTimes(StampWatch watch, MovedClock clock) {
        for (int i = 0; i < 3; i++) {
            append(node, 1);
            node.tick();
            watch.stamp();
            clock.pass(Duration.ofSeconds(2));
        }
    }
}
