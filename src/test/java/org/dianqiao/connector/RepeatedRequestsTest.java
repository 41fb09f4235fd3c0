package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dianqiao.exchange.Refused;
import org.junit.jupiter.api.Test;

/** A request that somebody has seen and sends again is refused, wherever and whenever it comes. */
class RepeatedRequestsTest extends WithConnectors {

    private static final String PLATFORM = "approval.henan";
    private static final String AGAIN = "bad-signature 该请求的随机串先前已经使用过；重发时请更换随机串并重新签名。";
    private static final String IN_THE_SAME_MILLISECOND = "throttled 同一毫秒签名的请求先前已经收到过，请在 1 秒后以新的时间重新签名发送。";

    @Test
    void isLetInOnce() {
        Node node = node();
        assertThat(brought(node, Requester.publishedTif())).isEqualTo("let in");
        assertThat(brought(node, Requester.publishedTif())).isEqualTo(AGAIN);
        assertThat(brought(node, Requester.publishedNational())).isEqualTo("let in");
        assertThat(brought(node, Requester.publishedNational())).isEqualTo(IN_THE_SAME_MILLISECOND);
    }

    @Test
    void isKnownToAnotherNodeAndAfterARestart() {
        brought(node(), Requester.publishedTif());
        assertThat(brought(node(), Requester.publishedTif())).isEqualTo(AGAIN);
    }

    @Test
    void isLetInOnceWhenItComesToTwoNodesAtTheSameTime() throws Exception {
        List<Node> nodes = List.of(node(), node());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                Requester caller = Requester.signing(Requester.tif());
                List<Callable<String>> attempts = IntStream.range(0, 8)
                        .mapToObj(n -> (Callable<String>) () -> brought(nodes.get(n % 2), caller))
                        .toList();
                Stream<String> outcomes = threads.invokeAll(attempts).stream().map(RepeatedRequestsTest::outcome);
                assertThat(outcomes.filter("let in"::equals)).hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void isRefusedUntilItWouldBeTooOld() {
        Node node = node();
        NonceWatch watch = new NonceWatch(node.nonces, clock);
        clock.pass(Duration.ofSeconds(-180));
        assertThat(brought(node, Requester.publishedTif())).isEqualTo("let in");
        for (int minute = 0; minute < 6; minute++) {
            watch.forget();
            assertThat(brought(node, Requester.publishedTif())).isEqualTo(AGAIN);
            clock.pass(Duration.ofMinutes(1));
        }
        clock.pass(Duration.ofSeconds(1));
        assertThat(brought(node, Requester.publishedTif())).startsWith("stale");
    }

    /** Of another partner the same nonce says nothing. */
    @Test
    void isCountedForEachPartner() {
        Node node = node();
        node.signatures.admit(PLATFORM, Requester.tif(), Requester.publishedTif()::header);
        node.signatures.admit("window.zhengzhou", Requester.tif(), Requester.publishedTif()::header);
        assertThat(brought(node, Requester.publishedTif())).isEqualTo(AGAIN);
    }

    @Test
    void isNotRememberedWhenItIsRefused() {
        Node node = node();
        brought(node, Requester.publishedTif().saying("x-tif-signature", "0".repeat(64)));
        assertThat(remembered()).isZero();
        assertThat(brought(node, Requester.publishedTif())).isEqualTo("let in");
    }

    /** What was said once may be said again when the first could not come again, though nobody has swept yet. */
    @Test
    void isForgottenWhenItCouldNotComeAgain() {
        Node node = node();
        Nonce nonce = Nonce.signedAt(Requester.THEN, "19a6f3c1d2e-4b7a9c");
        assertThat(node.nonces.isNew(PLATFORM, nonce, clock.instant())).isTrue();
        clock.pass(Duration.ofMinutes(11));
        assertThat(node.nonces.isNew(PLATFORM, nonce, clock.instant())).isFalse();
        clock.pass(Duration.ofSeconds(1));
        Nonce later = Nonce.signedAt(clock.instant(), nonce.text());
        assertThat(node.nonces.isNew(PLATFORM, later, clock.instant())).isTrue();
        assertThat(node.nonces.isNew(PLATFORM, later, clock.instant())).isFalse();
    }

    @Test
    void isSweptAwayByTheClock() {
        Node node = node();
        assertThat(node.nonces.isNew(PLATFORM, Nonce.signedAt(Requester.THEN, "n"), clock.instant()))
                .isTrue();
        database()
                .sql("INSERT INTO nonce SELECT partner, text || n, until FROM nonce, generate_series(2, 2500) AS n")
                .update();
        NonceWatch watch = new NonceWatch(node.nonces, clock);
        watch.forget();
        assertThat(remembered()).isEqualTo(2500);
        clock.pass(Duration.ofMinutes(12));
        watch.forget();
        assertThat(remembered()).isZero();
    }

    private static long remembered() {
        return database().sql("SELECT count(*) FROM nonce").query(Long.class).single();
    }

    private static String brought(Node node, Requester caller) {
        return Requester.told(catchThrowableOfType(
                Refused.class, () -> node.signatures.admit(PLATFORM, caller.credentials(), caller::header)));
    }

    private static String outcome(Future<String> attempt) {
        try {
            return attempt.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
