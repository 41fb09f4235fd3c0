package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Office;
import org.dianqiao.Office.Manner;
import org.dianqiao.Office.Response;
import org.dianqiao.Office.Visit;
import org.dianqiao.Plots;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What belongs to one case arrives in its order; cases do not wait for each other. */
class OrderOfDeliveriesTest extends AtTheDoor {

    private static final String XINYANG = "411502";
    private static Office grid;

    @BeforeAll
    static void opensTheGridOfXinyang() {
        grid = office("grid.xinyang", """
                kind: utility
                region: "411500"
                utility: electricity
                receives: [ lead.assigned ]
                """);
    }

    @AfterAll
    static void closes() {
        grid.close();
    }

    @Test
    void holdsBackTheNextOfACaseButNoOtherCase() {
        String stuck = Plots.freshCode(XINYANG);
        String other = Plots.freshCode(XINYANG);
        grid.manner(visit -> isAbout(stuck, visit) ? Response.unsigned(503) : Manner.RECEIPTS.answer(visit));
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(stuck))));
        accepted(post(event(PLATFORM, "project.updated", Plots.updated(stuck, 2))));
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(other))));
        accepted(post(event(PLATFORM, "project.updated", Plots.updated(other, 2))));
        await().until(() -> idsOf(other).size() == 2 && visitsOf(stuck).size() >= 2);
        assertThat(idsOf(stuck)).hasSize(1);
        assertThat(attempts(stuck)).hasSize(2).element(1).isEqualTo(0);

        grid.manner(Manner.RECEIPTS);
        await().until(() -> attempts(stuck).isEmpty());
        assertThat(idsOf(stuck)).hasSize(2);
    }

    @Test
    void keepsTheOrderThoughEachFailsOnce() {
        String code = Plots.freshCode(XINYANG);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        grid.manner(visit -> isAbout(code, visit) && seen.add(visit.manifestHeader())
                ? Response.unsigned(500)
                : Manner.RECEIPTS.answer(visit));
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
        for (int stage = 1; stage <= 3; stage++) {
            accepted(post(event(PLATFORM, "project.updated", Plots.updated(code, stage))));
        }
        await().until(() -> attempts(code).isEmpty());
        assertThat(visitsOf(code).stream()
                        .map(visit -> visit.payload().path("milestones").size()))
                .containsExactly(0, 0, 1, 1, 2, 2, 3, 3);
    }

    @Test
    void letsTheNextThroughWhenOneIsRefused() {
        String code = Plots.freshCode(XINYANG);
        grid.manner(visit -> visit.payload().path("milestones").isEmpty()
                ? Response.refusal(422, "contract-violated")
                : Manner.RECEIPTS.answer(visit));
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
        accepted(post(event(PLATFORM, "project.updated", Plots.updated(code, 2))));
        await().until(() -> attempts(code).isEmpty());
        assertThat(database()
                        .sql("SELECT outcome FROM ledger_entry WHERE direction = 'out' AND case_id = ? ORDER BY at")
                        .param(code)
                        .query(String.class)
                        .list())
                .containsExactly("contract-violated", "delivered");
    }

    private static boolean isAbout(String code, Visit visit) {
        return visit.manifest().path("case").asText().equals(code);
    }

    private static List<Visit> visitsOf(String code) {
        return grid.visits().stream().filter(visit -> isAbout(code, visit)).toList();
    }

    /** In the order of their first visit. */
    private static List<String> idsOf(String code) {
        return visitsOf(code).stream()
                .map(visit -> visit.manifest().path("id").asText())
                .distinct()
                .toList();
    }

    private static List<Integer> attempts(String code) {
        return database()
                .sql("SELECT attempts FROM delivery WHERE case_id = ? ORDER BY id")
                .param(code)
                .query(Integer.class)
                .list();
    }
}
