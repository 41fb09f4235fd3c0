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
import org.dianqiao.sandbox.Incoming;
import org.dianqiao.sandbox.Letter;
import org.dianqiao.sandbox.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The gateway is killed between any two steps of a filing with four departments, from its coming in to the delivery of its
 * result. Wherever that is: each filing is one case, each department has its task once, each word stands in the timeline
 * once, and each filing has one result, with one certificate.
 *
 * <p>Which steps there are, a filing shows that nobody disturbs. Of those that come after it each is held at another one, on
 * its threshold: what the transaction did before is done, and nothing of this step. To be killed there is to be killed
 * between the two. Who is held at the commit has done all and is never told so.
 */
class KilledWhileFilingIT {

    private final Henan henan = new Henan();
    private final GatewayJar gateway =
            GatewayJar.in(henan.home()).with("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "80");
    private final ExecutorService window = Executors.newFixedThreadPool(16);
    private final List<Future<?>> filed = new ArrayList<>();

    @AfterEach
    void end() {
        window.shutdownNow();
        gateway.close();
        henan.close();
    }

    @Test
    void everyFilingEndsOnceBetweenWhicheverStepsItIsKilled() throws Exception {
        try (Zhengzhou zhengzhou = new Zhengzhou(henan, gateway.url())) {
            gateway.start();
            List<String> steps = rehearsed();
            List<String> met = new ArrayList<>();
            for (Round round : Round.of(steps)) {
                met.addAll(killIn(round));
                gateway.start();
            }
            assertThat(met).containsExactlyInAnyOrderElementsOf(steps);
            awaitAllEnded();
            everythingStandsOnce(zhengzhou);
        }
    }

    /** The filing before it leaves what is kept only once, such as certificates. */
    private List<String> rehearsed() throws Exception {
        file();
        awaitAllEnded();
        Steps steps = Steps.watched(gateway.database("dianqiao_owner"));
        file();
        awaitAllEnded();
        assertThat(steps.taken()).anyMatch(step -> step.contains("INSERT certificate") && step.endsWith("COMMIT"));
        return steps.taken();
    }

    /** Those in which somebody was when it was killed. */
    private List<String> killIn(Round round) {
        try (Snares snares = new Snares(gateway.database("dianqiao_owner"))) {
            hold(snares, round.atOnce());
            round.singleFile().forEach(step -> hold(snares, List.of(step)));
            List<String> caught = snares.caught(round.steps());
            gateway.kill();
            return caught;
        }
    }

    /** A filing for each, and one more from time to time, until somebody is held at each. */
    private void hold(Snares snares, List<String> steps) {
        steps.forEach(step -> {
            snares.lay(step);
            file();
        });
        await().pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            file();
            assertThat(snares.caught(steps)).containsExactlyInAnyOrderElementsOf(steps);
        });
    }

    private void file() {
        Letter letter = Letter.event("permit.filed", filing(filed.size() + 1));
        filed.add(window.submit(() -> Zhengzhou.insist(henan.desk("grid.henan", gateway.url()), letter)));
    }

    private void awaitAllEnded() throws Exception {
        for (Future<?> each : filed) {
            each.get();
        }
        await().pollInterval(Duration.ofMillis(200))
                .until(() -> count("casefile WHERE state = 'approved'") == filed.size() && count("delivery") == 0);
    }

    private void everythingStandsOnce(Zhengzhou zhengzhou) {
        int filings = filed.size();
        assertThat(count("casefile")).isEqualTo(filings);
        assertThat(zhengzhou.tasks()).doesNotHaveDuplicates().hasSize(4 * filings);
        assertThat(count("case_event WHERE what = 'status'")).isEqualTo(16 * filings);
        assertThat(count("case_event WHERE what = 'result'")).isEqualTo(filings);
        assertThat(count("certificate")).isEqualTo(filings);
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
        assertThat(results()).doesNotHaveDuplicates().hasSize(filings);
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
