package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.dianqiao.Reply;
import org.dianqiao.casework.Event;
import org.dianqiao.delivery.DeadLetters;
import org.junit.jupiter.api.Test;

/** Places where nobody is registered as one of the departments: filer and operator are told, and whoever comes later answers. */
class UnassignedTasksTest extends WithCounties {

    private static final String SHILONG = "410404";
    private static final String ZHANHE = "410411";
    private static final List<String> OTHERS = List.of("municipal", "greening", "traffic-police");

    @Test
    void areNamedToTheFilerAndToAnOperator() {
        ObjectNode filing = filed(SHILONG);

        JsonNode task = unassigned(filing);

        Map<String, Object> dead = dead(filing);
        assertThat(dead)
                .containsEntry("partner", DeadLetters.NOBODY)
                .containsEntry("code", "no-receiver")
                .containsEntry("problem", "行政区划 " + SHILONG + " 没有登记部门 planning");
        assertThat(timeline(filing))
                .filteredOn(event -> event.what().equals("unassigned"))
                .extracting(Event::about)
                .containsExactly(task.path("taskNo").asText());
        OTHERS.forEach(each -> assertThat(task(each, filing)).isNotEmpty());
    }

    @Test
    void areForADepartmentOfTheirPlaceThatIsRegisteredLater() {
        ObjectNode filing = filed(ZHANHE);
        String task = unassigned(filing).path("taskNo").asText();
        department("planning", JINSHUI);
        assertNotTheirs(decide("planning", JINSHUI, said(task, "3")));
        assertNotTheirs(decide("municipal", ZHANHE, said(task, "3")));

        department("planning", ZHANHE);
        long letter = (long) dead(filing).get("id");
        bean(DeadLetters.class).redirect(letter, "planning." + ZHANHE, "观察员", "刚刚登记");
        assertThat(task("planning", filing)).isEqualTo(task);
        goes("planning", filing, "3", "8");
        OTHERS.forEach(each -> goes(each, filing, "3", "8", "11"));
        goes("planning", filing, "11");

        JsonNode result = results(filing, 1).get(0);
        assertThat(result.path("outcome").asText()).isEqualTo("approved");
        assertThat(result.at("/tasks/0/taskNo").asText()).isEqualTo(task);
        assertThat(heard(task, ZHANHE)).containsExactly("3", "8", "11");
    }

    private static ObjectNode filed(String region) {
        departments(region, OTHERS.toArray(String[]::new));
        ObjectNode filing = filing(region, Works.toThePlot());
        accepted(file(filing));
        return filing;
    }

    private static JsonNode unassigned(ObjectNode filing) {
        String region = filing.path("regionCode").asText();
        JsonNode tasks = told(grid(region), "permit.accepted", filing, 1).get(0).path("tasks");
        assertThat(tasks)
                .extracting(task -> task.path("department").asText() + " "
                        + task.path("unassigned").asBoolean())
                .containsExactly("planning true", "municipal false", "greening false", "traffic-police false");
        return tasks.get(0);
    }

    private static Map<String, Object> dead(ObjectNode filing) {
        return database()
                .sql("SELECT * FROM dead_letter WHERE case_id = ? AND service = 'permit.task-assigned'")
                .param(caseNo(filing))
                .query()
                .singleRow();
    }

    private static void assertNotTheirs(Reply reply) {
        assertThat(reply.status() + " " + reply.code()).isEqualTo("403 not-permitted");
    }
}
