package org.dianqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.dianqiao.sandbox.Incoming;
import org.dianqiao.sandbox.Letter;
import org.dianqiao.sandbox.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The gateway is killed again and again while filings come in, departments answer and results go out. Whatever step it is
 * killed at: each filing is one case, each department has its task once, each word stands in the timeline once, and each
 * filing has one result, with one certificate.
 */
class KilledWhileFilingIT {

    private static final int FILINGS = 60;
    private static final int KILLS = 5;

    private final Henan henan = new Henan();
    private final GatewayJar gateway = GatewayJar.in(henan.home());

    @AfterEach
    void end() {
        gateway.close();
        henan.close();
    }

    @Test
    void everyFilingEndsOnceWhereverItIsKilled() throws Exception {
        try (Zhengzhou zhengzhou = new Zhengzhou(henan, gateway.url())) {
            gateway.start();
            ExecutorService window = Executors.newFixedThreadPool(4);
            List<Future<?>> filed = new ArrayList<>();
            for (int number = 1; number <= FILINGS; number++) {
                Letter letter = Letter.event("permit.filed", filing(number));
                filed.add(window.submit(() -> Zhengzhou.insist(henan.desk("grid.henan", gateway.url()), letter)));
            }
            for (int kills = 0; kills < KILLS; kills++) {
                awaitMore(ThreadLocalRandom.current().nextInt(20, 200));
                assertThat(count("casefile WHERE state = 'approved'"))
                        .as("it is killed while filings are under way")
                        .isLessThan(FILINGS);
                gateway.kill();
                gateway.start();
            }
            for (Future<?> each : filed) {
                each.get();
            }
            window.shutdown();
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> count("casefile WHERE state = 'approved'") == FILINGS && count("delivery") == 0);
            everythingStandsOnce(zhengzhou);
        }
    }

    /** Returns once so many more things have happened in the cases. */
    private void awaitMore(int events) {
        long before = count("case_event");
        await().atMost(Duration.ofSeconds(100))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> count("case_event") >= before + events);
    }

    private void everythingStandsOnce(Zhengzhou zhengzhou) {
        assertThat(count("casefile")).isEqualTo(FILINGS);
        assertThat(zhengzhou.tasks()).doesNotHaveDuplicates().hasSize(4 * FILINGS);
        assertThat(count("case_event WHERE what = 'status'")).isEqualTo(16 * FILINGS);
        assertThat(count("case_event WHERE what = 'result'")).isEqualTo(FILINGS);
        assertThat(count("certificate")).isEqualTo(FILINGS);
        assertThat(count("deadline WHERE met_at IS NULL")).isZero();
        assertThat(count("dead_letter")).isZero();
        assertThat(
                        count(
                                "case_event e WHERE entry IS NOT NULL AND NOT EXISTS (SELECT FROM ledger_entry WHERE id = e.entry)"))
                .as("every event that somebody told is proved by an entry")
                .isZero();
        assertThat(count("case_event e WHERE sent IS NOT NULL AND NOT EXISTS ("
                        + "SELECT FROM ledger_entry WHERE direction = 'out' AND message_id = e.sent)"))
                .as("and every one that we told")
                .isZero();
        assertThat(results()).doesNotHaveDuplicates().hasSize(FILINGS);
    }

    private List<String> results() {
        List<String> results = new ArrayList<>();
        for (Incoming heard : henan.gridHeard()) {
            if (heard.service().equals("permit.result")) {
                results.add(filingNo(heard));
            }
        }
        return results;
    }

    private static String filingNo(Incoming heard) {
        try {
            return heard.payload().path("filingNo").asText();
        } catch (Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String rows) {
        return gateway.database()
                .sql("SELECT count(*) FROM " + rows)
                .query(Long.class)
                .single();
    }

    private static ObjectNode filing(int number) {
        ObjectNode filing = JsonNodeFactory.instance
                .objectNode()
                .put("filingNo", "HNZZ-SG-2026-%04d".formatted(number))
                .put("regionCode", "410105");
        ObjectNode works = filing.putObject("works")
                .put("voltageKv", 10)
                .put("capacityKw", 800)
                .put("customerClass", "hv")
                .put("lineLengthM", 260)
                .put("threeZero", false)
                .put("interestedParties", false)
                .put("affectsTraffic", false);
        works.putArray("crossings").add("urban-road").add("greenery");
        filing.putObject("site").put("regionCode", "410105").put("address", "郑州市金水区杨金路");
        filing.putObject("applicant")
                .put("kind", "enterprise")
                .put("name", "河南中原置业有限公司")
                .put("idType", "001")
                .put("idNo", "91410100MA7K3D2F5N");
        filing.putArray("documents");
        return filing;
    }
}
