package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dianqiao.connector.MarketingNumbers.Numbered;
import org.dianqiao.delivery.Delivery;
import org.dianqiao.ledger.Signed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Numbers for marketing systems: one for each message, none twice, on however many nodes and whatever their clocks say. */
class NumbersOfApplicationsTest extends WithConnectors {

    private static final String REGION = "370102";

    private static int messages;

    @BeforeEach
    void onAnotherDay() {
        clock.pass(Duration.ofDays(++messages));
    }

    @Test
    void areAsManyInASecondAsAreWanted() throws Exception {
        List<String> numbers =
                numbered(IntStream.range(0, 250)
                                .mapToObj(n -> message("0mf-many-" + n))
                                .toList())
                        .stream()
                        .map(numbered -> numbered.given().number())
                        .toList();
        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number.matches("01\\d{12}370102\\d\\d"));
        assertThat(numbers.stream().map(number -> number.substring(0, 14)).distinct())
                .hasSize(3);
    }

    @Test
    void areTheSameForAllWhoTryAMessageAtOnce() throws Exception {
        List<Numbered> numbered = numbered(
                IntStream.range(0, 32).mapToObj(n -> message("0mf-once")).toList());
        assertThat(numbered.stream().map(Numbered::given).distinct()).hasSize(1);
        assertThat(numbered).filteredOn(each -> !each.mayBeThere()).hasSize(1);
    }

    @Test
    void areNotGivenAgainWhenAClockGoesBack() {
        String first =
                applications().number(message("0mf-before"), payload()).given().number();
        clock.pass(Duration.ofMinutes(-10));
        String second =
                applications().number(message("0mf-after"), payload()).given().number();
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void sayTheTimeInChina() {
        clock.pass(Duration.between(clock.instant(), Instant.parse("2030-11-02T16:30:00.9Z")));
        assertThat(applications().number(message("0mf-time"), payload()).given().number())
                .startsWith("01" + "301103003000" + REGION);
    }

    private MarketingNumbers applications() {
        return new MarketingNumbers(
                new MarketingNumberStore(database()), new MarketingSettings("01", DataSize.ofMegabytes(8)), clock);
    }

    private List<Numbered> numbered(List<Delivery> deliveries) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Numbered> numbered = new ArrayList<>();
            List<Callable<Numbered>> attempts = deliveries.stream()
                    .map(delivery -> (Callable<Numbered>) () -> applications().number(delivery, payload()))
                    .toList();
            for (Future<Numbered> attempt : threads.invokeAll(attempts)) {
                numbered.add(attempt.get());
            }
            return numbered;
        } finally {
            threads.shutdownNow();
        }
    }

    private Delivery message(String id) {
        return new Delivery(
                1,
                "grid.jinan",
                id,
                "supply.applied",
                "S370102-1",
                new Signed(new byte[0], new byte[0]),
                id,
                null,
                clock.instant(),
                clock.instant(),
                1);
    }

    private static ObjectNode payload() {
        ObjectNode payload = JsonNodeFactory.instance.objectNode().put("applicationNo", "SQ-1");
        payload.putObject("site").put("regionCode", REGION);
        return payload;
    }
}
