package org.dianqiao.delivery;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Office;
import org.dianqiao.Office.Response;
import org.dianqiao.Office.Visit;
import org.dianqiao.Plots;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Leads for the grid of Zhumadian, which refuses them until it is told otherwise. */
abstract class WithDeadLetters extends AtTheDoor {

    private static final String UTILITY = """
            kind: utility
            region: "%s"
            utility: electricity
            receives: [ lead.assigned ]
            """;
    static Office zhumadian;
    static Office nanyang;

    final DeadLetters deadLetters = bean(DeadLetters.class);
    final String code = Plots.freshCode("411702");

    @BeforeAll
    static void opensTwoGrids() {
        zhumadian = office("grid.zhumadian", UTILITY.formatted("411700"));
        nanyang = office("grid.nanyang", UTILITY.formatted("411300"));
    }

    @AfterAll
    static void closes() {
        zhumadian.close();
        nanyang.close();
    }

    @BeforeEach
    void refuses() {
        zhumadian.manner(visit -> Response.refusal(422, "contract-violated"));
    }

    void tellOfTheProject() {
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
    }

    Map<String, Object> died() {
        tellOfTheProject();
        await().until(() -> !dead().isEmpty());
        return dead().get(0);
    }

    List<Map<String, Object>> dead() {
        return database()
                .sql("SELECT * FROM dead_letter WHERE case_id = ?")
                .param(code)
                .query()
                .listOfRows();
    }

    List<String> outcomes() {
        return database()
                .sql("SELECT outcome FROM ledger_entry WHERE direction = 'out' AND case_id = ?")
                .param(code)
                .query(String.class)
                .list();
    }

    List<String> audited() {
        return database()
                .sql("SELECT what FROM audit WHERE subject = ?")
                .param(dead().get(0).get("entry"))
                .query(String.class)
                .list();
    }

    static Map<String, Object> end(Map<String, Object> dead) {
        return database()
                .sql("SELECT * FROM ledger_entry WHERE id = ?")
                .param(dead.get("entry"))
                .query()
                .singleRow();
    }

    boolean nothingWaits() {
        return database()
                .sql("SELECT count(*) = 0 FROM delivery WHERE case_id = ?")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    List<Visit> visits() {
        return zhumadian.visits().stream().filter(this::isOurs).toList();
    }

    boolean isOurs(Visit visit) {
        return visit.manifest().path("case").asText().equals(code);
    }
}
