package org.dianqiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dianqiao.Patience.LONG;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dianqiao.audit.Rfc9162;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Entries find their places: all of them, once, under heads that chain. */
class SealingTest extends WithLedger {

    @Test
    void givesEveryEntryItsPlaceInTheOrderOfIds() {
        LedgerNode node = node();
        List<Entry> entries = append(node, 700);
        node.tick();
        assertThat(places()).isEqualTo(entries.stream().map(Entry::id).sorted().toList());
        assertThat(waiting()).isZero();
        TreeHead head = node.tree().newest();
        assertThat(head.size()).isEqualTo(700);
        assertThat(head.rootBytes()).isEqualTo(Rfc9162.mth(leaves()));
        for (Entry entry : entries) {
            long index = node.tree().index(entry.id()).orElseThrow();
            byte[] leaf = Rfc9162.leaf(entry.text().getBytes(StandardCharsets.UTF_8));
            List<byte[]> path = node.tree().inclusion(index, 700);
            assertThat(Rfc9162.includes(leaf, index, 700, head.rootBytes(), path))
                    .as(entry.id())
                    .isTrue();
        }
    }

    @Test
    void makesNoHeadWhereNothingWaits() {
        LedgerNode node = node();
        node.tick();
        assertThat(node.tree().newest().size()).isZero();
        assertThat(node.tree().heads(0, 1000)).isEmpty();
        append(node, 1);
        node.tick();
        node.tick();
        assertThat(node.tree().heads(0, 1000)).hasSize(1);
    }

    @Test
    void signsHeadsThatChain() {
        LedgerNode node = node();
        for (int count : new int[] {1, 1, 253, 1, 1, 300, 12, 512}) {
            append(node, count);
            node.tick();
        }
        assertThat(heads(node)).extracting(TreeHead::size).containsExactly(1L, 2L, 255L, 256L, 257L, 557L, 569L, 1081L);
        assertChained(node);
    }

    @Test
    void sealsABacklogInSeveralRounds() {
        LedgerNode node = node();
        owner().sql("""
                        INSERT INTO ledger_unsealed
                        SELECT to_char(n, 'FM00000000'), sha256(n::text::bytea) FROM generate_series(1, 10000) AS n
                        """).update();
        node.tick();
        assertThat(heads(node)).extracting(TreeHead::size).containsExactly(4096L, 8192L, 10_000L);
        assertThat(places()).hasSize(10_000).isSorted();
        assertChained(node);
    }

    @Test
    void appendsNothingWhereNothingIsGiven() {
        LedgerNode node = node();
        String given = "WITH given AS (SELECT 1 WHERE ?)";
        Entry entry = entry();
        assertThat(node.sql()
                        .sql(given + LedgerStore.appendingIf("given"))
                        .param(false)
                        .params(node.ledger().values(entry))
                        .update())
                .isZero();
        assertThat(waiting()).isZero();
        assertThat(node.sql()
                        .sql(given + LedgerStore.appendingIf("given"))
                        .param(true)
                        .params(node.ledger().values(entry))
                        .update())
                .isOne();
        assertThat(waiting()).isOne();
    }

    @Test
    void leavesNoGapAndTakesNoEntryTwiceWhileAllNodesSealAndAppend() throws Exception {
        List<LedgerNode> nodes = List.of(node(), node(), node(), node());
        AtomicBoolean appending = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<Entry>>> appended = new ArrayList<>();
            List<Future<?>> sealed = new ArrayList<>();
            for (LedgerNode node : nodes) {
                appended.add(threads.submit(() -> append(node, 800)));
                sealed.add(threads.submit(() -> {
                    while (appending.get()) {
                        node.tick();
                    }
                }));
            }
            List<String> ids = new ArrayList<>();
            for (Future<List<Entry>> entries : appended) {
                entries.get().forEach(entry -> ids.add(entry.id()));
            }
            appending.set(false);
            for (Future<?> sealer : sealed) {
                sealer.get();
            }
            nodes.forEach(LedgerNode::tick);
            assertThat(places()).containsExactlyInAnyOrderElementsOf(ids);
        } finally {
            threads.shutdown();
        }
        assertThat(nodes).extracting(LedgerNode::trouble).containsOnly("");
        assertThat(nodes).extracting(node -> node.tree().newest().size()).containsOnly(3200L);
        assertChained(nodes.get(0));
    }

    /** Whatever the sealer does last, its node dies with it: by an error, or with its connection. */
    @ParameterizedTest
    @CsvSource({
        "DELETE, ledger_unsealed, RAISE EXCEPTION 'no'",
        "INSERT, ledger_leaf, RAISE EXCEPTION 'no'",
        "INSERT, ledger_tile, RAISE EXCEPTION 'no'",
        "INSERT, ledger_head, RAISE EXCEPTION 'no'",
        "DELETE, ledger_unsealed, PERFORM pg_terminate_backend(pg_backend_pid())",
        "INSERT, ledger_leaf, PERFORM pg_terminate_backend(pg_backend_pid())",
        "INSERT, ledger_tile, PERFORM pg_terminate_backend(pg_backend_pid())",
        "INSERT, ledger_head, PERFORM pg_terminate_backend(pg_backend_pid())"
    })
    void goesOnAfterADeathAtAnyStep(String step, String table, String death) {
        LedgerNode node = node();
        append(node, 300);
        node.tick();
        append(node, 300);
        owner().sql("CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + death
                        + "; RETURN NULL; END $$")
                .update();
        owner().sql("CREATE TRIGGER death AFTER " + step + " ON " + table
                        + " FOR EACH STATEMENT EXECUTE FUNCTION die()")
                .update();
        node.tick();
        assertThat(node.trouble()).startsWith("Sealing ");
        assertThat(node.tree().newest().size()).isEqualTo(300);
        assertThat(places()).hasSize(300);
        assertThat(leaves()).hasSize(300);
        assertThat(waiting()).isEqualTo(300);

        owner().sql("DROP TRIGGER death ON " + table).update();
        append(node, 1);
        node.tick();
        assertThat(node.trouble()).isEmpty();
        assertThat(places()).hasSize(601).doesNotHaveDuplicates();
        assertThat(waiting()).isZero();
        assertChained(node);
    }

    @Test
    void isTakenOverFromANodeThatStandsStill() throws Exception {
        LedgerNode frozen = node();
        LedgerNode other = node();
        append(other, 1);
        AtomicBoolean stands = new AtomicBoolean(true);
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        Future<?> standing =
                elsewhere.submit((Callable<?>) () -> frozen.transaction().execute(holding -> {
                    assertThat(frozen.store().isOurTurn()).isTrue();
                    await().atMost(LONG.multipliedBy(2)).untilFalse(stands);
                    return null;
                }));
        await().until(() -> !other.transaction().execute(trying -> other.store().isOurTurn()));
        other.tick();
        assertThat(other.tree().newest().size()).isZero();
        await().untilAsserted(() -> {
            other.tick();
            assertThat(other.tree().newest().size()).isOne();
        });
        stands.set(false);
        assertThat(standing).failsWithin(LONG);
        elsewhere.shutdown();
    }

    /** The database has an answer that nobody takes. */
    @Test
    void isTakenOverFromANodeWhoseLineHangs() {
        assertTakenOver(HungLine::hangAnswers, far -> far.sql().sql("SELECT repeat('x', 20000000)"));
    }

    /** The database has read that it is asked, and waits for the rest of what: no statement runs, and none is awaited. */
    @Test
    void isTakenOverFromANodeThatStandsStillWhileItAsks() {
        assertTakenOver(
                HungLine::hangAmidTheQuestion, far -> far.sql().sql("SELECT ?").param("x".repeat(5_000)));
    }

    /** In whatever else it does: as long as others wait for it. */
    @Test
    void doesNotHoldForLongWhatOthersWaitFor() {
        assertThat(node().sql()
                        .sql("SHOW idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("30s");
    }

    private void assertTakenOver(Consumer<HungLine> hang, Function<LedgerNode, StatementSpec> asked) {
        LedgerNode other = node();
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try (HungLine line = line()) {
            LedgerNode far = node(line);
            append(other, 1);
            Future<?> hanging = elsewhere.submit(() -> far.transaction().executeWithoutResult(holding -> {
                assertThat(far.store().isOurTurn()).isTrue();
                hang.accept(line);
                asked.apply(far).query(String.class).single();
            }));
            await().until(() ->
                    !other.transaction().execute(trying -> other.store().isOurTurn()));
            await().untilAsserted(() -> {
                other.tick();
                assertThat(other.tree().newest().size()).isOne();
            });
            assertThat(hanging).isNotDone();
        } finally {
            elsewhere.shutdown();
        }
    }

    private static List<TreeHead> heads(LedgerNode node) {
        return node.tree().heads(0, 1000);
    }

    /** What an auditor does: each head signed, and each the continuation of the one before. */
    private void assertChained(LedgerNode node) {
        List<byte[]> leaves = leaves();
        TreeHead before = null;
        for (TreeHead head : heads(node)) {
            assertThat(LedgerNode.isSigned(head)).as(head.toString()).isTrue();
            assertThat(head.time()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
            assertThat(head.rootBytes()).isEqualTo(Rfc9162.mth(leaves.subList(0, (int) head.size())));
            if (before != null) {
                List<byte[]> proof = node.tree().consistency(before.size(), head.size());
                assertThat(Rfc9162.consistent(before.size(), before.rootBytes(), head.size(), head.rootBytes(), proof))
                        .isTrue();
            }
            before = head;
        }
        assertThat(before).isEqualTo(node.tree().newest());
    }
}
