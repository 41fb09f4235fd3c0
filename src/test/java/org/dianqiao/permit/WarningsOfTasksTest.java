package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import org.dianqiao.Office;
import org.dianqiao.casework.DeadlineWatch;
import org.junit.jupiter.api.Test;

/** A department that keeps silent: each colour comes once, to whom the pack says. Its days pass by moving its beginning back. */
class WarningsOfTasksTest extends WithCounties {

    private static final List<String> COLOURS = List.of("blue", "orange", "yellow", "red");

    @Test
    void comeOnceEachAndGoToWhomThePackNames() {
        jinshui();
        Office supervisor = supervisor(JINSHUI);
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());
        accepted(file(filing));
        String task = task("planning", filing);

        for (int days = 2; days < 14; days++) {
            begins(task, days);
            bean(DeadlineWatch.class).look();
            bean(DeadlineWatch.class).look();
        }

        await().until(() -> warnings(department("planning", JINSHUI), task).contains("red"));
        assertThat(warnings(department("planning", JINSHUI), task))
                .as("on a weekend orange is passed over: the due day was Friday")
                .isSubsetOf(COLOURS)
                .startsWith("blue")
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(COLOURS::indexOf));
        await().untilAsserted(() -> assertThat(warnings(supervisor, task)).containsExactly("red"));
        assertThat(colour(filing)).isEqualTo(4);
    }

    @Test
    void comeNoMoreOnceTheTaskIsDone() {
        jinshui();
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());
        accepted(file(filing));
        goes("greening", filing, "3", "8", "11");

        begins(task("greening", filing), 30);
        bean(DeadlineWatch.class).look();

        assertThat(database()
                        .sql("SELECT count(*) FROM case_event WHERE about = ? AND what = 'warned'")
                        .param(task("greening", filing))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(colour(filing)).isZero();
    }

    @Test
    void endWithALateAnswerWhichIsTakenAndBringsTheResult() {
        jinshui();
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());
        accepted(file(filing));
        List.of("municipal", "greening", "traffic-police").forEach(each -> goes(each, filing, "3", "8", "11"));
        goes("planning", filing, "3", "8");
        String task = task("planning", filing);
        reddens(task, filing);

        goes("planning", filing, "11");

        assertThat(colour(filing)).isZero();
        assertThat(deadline(task, "met_at >= due_at")).as("late").isTrue();
        assertThat(results(filing, 1).get(0).path("outcome").asText()).isEqualTo("approved");
        assertThat(state(filing)).isEqualTo("approved");
    }

    /** The time of a department runs from acceptance, however long that took. */
    @Test
    void areForgottenOnceTheDepartmentAcceptsTheTask() {
        jinshui();
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());
        accepted(file(filing));
        String task = task("planning", filing);
        reddens(task, filing);

        goes("planning", filing, "3");
        assertThat(colour(filing)).isZero();
        assertThat(deadline(task, "raised = 0 AND met_at IS NULL AND began > now() - interval '1 day'"))
                .as("begins anew")
                .isTrue();

        goes("planning", filing, "8", "11");
        assertThat(deadline(task, "met_at < coalesce(due_at, 'infinity')"))
                .as("in time")
                .isTrue();
    }

    private static void reddens(String task, ObjectNode filing) {
        begins(task, 30);
        await().until(() -> {
            bean(DeadlineWatch.class).look();
            return colour(filing) == COLOURS.indexOf("red") + 1;
        });
    }

    private static boolean deadline(String task, String condition) {
        return database()
                .sql("SELECT " + condition + " FROM deadline WHERE about = ?")
                .param(task)
                .query(Boolean.class)
                .single();
    }

    private static void begins(String task, int daysAgo) {
        database().sql("""
                UPDATE deadline SET began = date_trunc('day', now()) - make_interval(days => ?),
                                    look_at = now()
                WHERE about = ?
                """).params(daysAgo, task).update();
    }

    private static List<String> warnings(Office office, String task) {
        return office.visits().stream()
                .filter(visit -> visit.path().endsWith("deadline.warned"))
                .map(WithCounties::payload)
                .filter(letter -> letter.path("about").asText().equals(task))
                .map(letter -> letter.path("colour"))
                .map(JsonNode::asText)
                .toList();
    }

    private static int colour(ObjectNode filing) {
        return database()
                .sql("SELECT colour FROM casefile WHERE number = ?")
                .param(filing.path("filingNo").asText())
                .query(Integer.class)
                .single();
    }
}
