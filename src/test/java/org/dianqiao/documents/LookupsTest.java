package org.dianqiao.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dianqiao.Patience.HANGS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All registers together have as long as is set, and none costs another its answer. */
@Timeout(HANGS)
class LookupsTest {

    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final Lookups lookups = new Lookups(new DocumentSettings(Duration.ofSeconds(3)));
    private final CountDownLatch silence = new CountDownLatch(1);
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @AfterEach
    void speak() {
        silence.countDown();
    }

    @Test
    void doNotWaitForWhoIsSilent() {
        assertThat(verdicts("registry", "police", "silent"))
                .containsExactly(Verdict.OBTAINED, Verdict.OBTAINED, Verdict.NO_ANSWER);
    }

    @Test
    void areAskedAllAtOnce() {
        CountDownLatch both = new CountDownLatch(2);
        Function<Lookup, Told> together = lookup -> {
            both.countDown();
            await(both);
            return told();
        };
        assertThat(lookups.of(of("registry", "police"), together))
                .extracting(Looked::verdict)
                .containsOnly(Verdict.OBTAINED);
    }

    @Test
    void answerWhileManyWaitForAnother() {
        assertThat(verdicts("silent", "silent", "silent", "silent", "police"))
                .containsExactly(
                        Verdict.NO_ANSWER, Verdict.NO_ANSWER, Verdict.NO_ANSWER, Verdict.NO_ANSWER, Verdict.OBTAINED);
        assertThat(asked).containsExactlyInAnyOrder("silent", "silent", "silent", "silent", "police");
    }

    @Test
    void doNotHideThatTheGatewayItselfFails() {
        Function<Lookup, Told> away = lookup -> {
            throw new Refused(Code.UNAVAILABLE, "数据库不可用");
        };
        List<Lookup> police = of("police");
        assertThatThrownBy(() -> lookups.of(police, away))
                .isInstanceOf(Refused.class)
                .hasMessage("unavailable");
    }

    private List<Verdict> verdicts(String... services) {
        return lookups.of(of(services), this::answer).stream()
                .map(Looked::verdict)
                .toList();
    }

    private Told answer(Lookup lookup) {
        asked.add(lookup.service());
        if (lookup.service().equals("silent")) {
            await(silence);
        }
        return told();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Told told() {
        return new Told(200, "0mf1", "registry", null, null, NOTHING);
    }

    private static List<Lookup> of(String... services) {
        return Stream.of(services)
                .map(service -> new Lookup("identity-proof", service, NOTHING, reply -> Testimony.of(Verdict.OBTAINED)))
                .toList();
    }
}
