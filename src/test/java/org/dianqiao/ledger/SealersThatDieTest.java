package org.dianqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.dianqiao.audit.Rfc9162;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Processes that seal are killed at any moment, or stand still with the lock in their hands; entries go on coming. More
 * rounds than the usual few: `-Ddianqiao.kills=200`.
 */
class SealersThatDieTest extends WithLedger {

    private static final int KILLS = Integer.getInteger("dianqiao.kills", 5);
    private static final int MOST_WAITING = 1_000;
    private static final long PAUSE = Duration.ofMillis(5).toNanos();

    private final AtomicBoolean coming = new AtomicBoolean(true);
    private final List<SealerProcess> sealers = new ArrayList<>();
    private LedgerNode node;
    private CompletableFuture<List<String>> entries;

    @BeforeEach
    void entriesCome() {
        node = node();
        entries = CompletableFuture.supplyAsync(() -> {
            List<String> ids = new ArrayList<>();
            while (coming.get()) {
                append(node, 5).forEach(entry -> ids.add(entry.id()));
                while (coming.get() && ids.size() - size() > MOST_WAITING) {
                    LockSupport.parkNanos(PAUSE);
                }
            }
            return ids;
        });
    }

    @AfterEach
    void endThem() {
        coming.set(false);
        sealers.forEach(SealerProcess::kill);
    }

    @Test
    void leaveATreeThatContinuesWhereverTheyAreKilled() {
        List<TreeHead> seen = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            SealerProcess sealer = sealer();
            long before = size();
            int more = ThreadLocalRandom.current().nextInt(1, 300);
            await().pollInterval(Duration.ofMillis(1)).until(() -> size() >= before + more);
            sealer.kill();
            seen.add(node.store().newest().orElseThrow());
        }
        assertWhole(seen);
    }

    @Test
    void areFollowedByAnotherWhenTheyAreKilledWithTheLock() {
        SealerProcess sealer = sealer();
        standStillWithTheLock(sealer);
        sealer.kill();
        assertTakenOver();
        assertWhole(List.of());
    }

    @Test
    void areFollowedByAnotherWhenTheyStandStillWithTheLock() {
        SealerProcess sealer = sealer();
        standStillWithTheLock(sealer);
        TreeHead last = node.store().newest().orElseThrow();
        assertTakenOver();
        TreeHead next = node.store().newest().orElseThrow();
        sealer.goOn();
        await().until(() -> size() > next.size());
        sealer.kill();
        assertWhole(List.of(last, next));
    }

    private SealerProcess sealer() {
        SealerProcess sealer = sealerProcess();
        sealers.add(sealer);
        return sealer;
    }

    /** Most of its time it has the lock. */
    private void standStillWithTheLock(SealerProcess sealer) {
        await().until(() -> size() > 0);
        await().pollInterval(Duration.ofMillis(7)).until(() -> {
            sealer.standStill();
            if (staysHeld()) {
                return true;
            }
            sealer.goOn();
            return false;
        });
    }

    /** The database may still be at what it was told last. */
    private boolean staysHeld() {
        return await().pollDelay(Duration.ofMillis(100)).until(this::isHeld, any -> true);
    }

    private boolean isHeld() {
        return owner().sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void assertTakenOver() {
        long before = size();
        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            node.tick();
            return size() > before;
        });
    }

    private long size() {
        return node.store().newest().map(TreeHead::size).orElse(0L);
    }

    private void assertWhole(List<TreeHead> seen) {
        coming.set(false);
        List<String> ids = entries.join();
        await().until(() -> {
            node.tick();
            return waiting() == 0;
        });
        assertThat(node.trouble()).isEmpty();
        assertThat(places()).containsExactlyInAnyOrderElementsOf(ids);
        TreeHead newest = node.tree().newest();
        assertThat(newest.size()).isEqualTo(ids.size());
        assertThat(newest.rootBytes()).isEqualTo(Rfc9162.mth(leaves()));
        seen.forEach(head -> assertContinued(head, newest));
        List<TreeHead> all = node.tree().heads(0, 100_000);
        assertThat(all).containsAll(seen);
        for (int i = 1; i < all.size(); i++) {
            assertContinued(all.get(i - 1), all.get(i));
        }
    }

    private void assertContinued(TreeHead before, TreeHead head) {
        List<byte[]> proof = node.tree().consistency(before.size(), head.size());
        assertThat(Rfc9162.consistent(before.size(), before.rootBytes(), head.size(), head.rootBytes(), proof))
                .as("%s to %s", before, head)
                .isTrue();
    }
}
