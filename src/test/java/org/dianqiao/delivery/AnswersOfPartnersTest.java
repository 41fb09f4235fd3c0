package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Office;
import org.dianqiao.Office.Manner;
import org.dianqiao.Office.Response;
import org.dianqiao.Plots;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which answer counts as delivered. */
class AnswersOfPartnersTest extends AtTheDoor {

    private static Office grid;

    private final String code = Plots.freshCode("410902");

    @BeforeAll
    static void opensTheGridOfPuyang() {
        grid = office("grid.puyang", """
                kind: utility
                region: "410900"
                receives: [ lead.assigned ]
                """);
    }

    @AfterAll
    static void closes() {
        grid.close();
    }

    @Test
    void takesTheAnswerToARepeat() {
        assertDelivered(visit -> Manner.receipt(200, manifest(visit)), 1);
    }

    @Test
    void takesTheFewWordsThatSuffice() {
        assertDelivered(Manner.RECEIPTS, 1);
    }

    @Test
    void doesNotTakeAReceiptForAnotherManifest() {
        assertDelivered(once(visit -> Manner.receipt(202, new byte[] {1})), 2);
    }

    @Test
    void doesNotTakeAReplyForAReceipt() {
        assertDelivered(once(visit -> Response.reply(Plots.object())), 2);
    }

    @Test
    void doesNotTakeAReceiptThatDoesNotSayWhen() {
        assertDelivered(
                once(visit -> new Response(
                        202,
                        "receipt",
                        null,
                        "application/json",
                        ("{\"manifest\":\"" + Draft.sm3(manifest(visit)) + "\"}").getBytes())),
                2);
    }

    @Test
    void doesNotTakeARefusalThatClaimsSuccess() {
        assertDelivered(
                once(visit -> new Response(200, "refusal", null, "application/json", new byte[] {'{', '}'})), 2);
    }

    @Test
    void neverFollowsARedirect() {
        assertDelivered(once(visit -> Response.redirect(grid.endpoint() + "/elsewhere")), 2);
        assertThat(grid.visits()).extracting(Office.Visit::path).containsOnly("/exchange/v1/lead.assigned");
    }

    private void assertDelivered(Manner manner, int attempts) {
        grid.manner(manner);
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
        await().until(() -> outcomes().equals(List.of("delivered")));
        assertThat(grid.visits().stream()
                        .filter(visit -> visit.manifest().path("case").asText().equals(code))
                        .map(Office.Visit::manifestHeader))
                .hasSize(attempts)
                .allMatch(grid.visits().get(grid.visits().size() - 1).manifestHeader()::equals);
    }

    private List<String> outcomes() {
        return database()
                .sql("SELECT outcome FROM ledger_entry WHERE direction = 'out' AND case_id = ?")
                .param(code)
                .query(String.class)
                .list();
    }

    private static Manner once(Manner wrong) {
        AtomicInteger visits = new AtomicInteger();
        return visit -> visits.getAndIncrement() == 0 ? wrong.answer(visit) : Manner.RECEIPTS.answer(visit);
    }

    private static byte[] manifest(Office.Visit visit) {
        return Base64.getDecoder().decode(visit.manifestHeader());
    }
}
