package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long each department has: what the filer is told of it, what the department is told, and what is watched. */
class PeriodsOfTasksTest extends WithCounties {

    @Test
    void areEachDepartmentsOwn() {
        jinshui();
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());

        accepted(file(filing));

        List<String> periods = List.of(
                period("planning 4 WD", workingDay(filing, 4)),
                period("municipal 5 WD", workingDay(filing, 5)),
                period("greening 5 WD", workingDay(filing, 5)),
                period("traffic-police 5 WD", workingDay(filing, 5)));
        JsonNode told = told(grid(JINSHUI), "permit.accepted", filing, 1).get(0);
        assertThat(told.at("/decision/departments"))
                .extracting(each -> period(each.path("code").asText(), each.path("limit"), each.path("due")))
                .containsExactlyElementsOf(periods);
        assertThat(told.path("tasks"))
                .extracting(each -> period(
                        each.path("department").asText(), each.path("due").asText()))
                .containsExactlyElementsOf(periods.stream()
                        .map(each -> each.replaceFirst(" . WD", ""))
                        .toList());
        assertThat(List.of("planning", "municipal", "greening", "traffic-police"))
                .extracting(department -> assigned(department, filing))
                .containsExactlyElementsOf(periods);
        assertThat(watched(filing)).containsExactlyElementsOf(periods);
    }

    @Test
    void areThatOfTheWholeWhereADepartmentHasNoneOfItsOwn() {
        List<String> asked = List.of("energy", "greening", "municipal", "traffic-police");
        asked.forEach(each -> departments(LIXIA, each));
        ObjectNode filing = filing(LIXIA, Works.toThePlot());

        accepted(file(filing));

        String last = workingDay(filing, 10);
        List<String> periods =
                asked.stream().map(each -> period(each + " 10 WD", last)).toList();
        assertThat(asked).extracting(each -> assigned(each, filing)).containsExactlyElementsOf(periods);
        assertThat(watched(filing)).containsExactlyElementsOf(periods);
    }

    @Test
    void areNotMadeUpWhereTheTextsSetNone() {
        jinshui();
        ObjectNode filing = filing(JINSHUI, Works.toThePlot().put("affectsTraffic", true));

        accepted(file(filing));

        assertThat(assigned("greening", filing)).isEqualTo("greening");
        assertThat(watched(filing)).containsExactly(period("planning 4 WD", workingDay(filing, 4)));
    }

    private static String assigned(String department, ObjectNode filing) {
        String region = filing.path("regionCode").asText();
        JsonNode task = told(department(department, region), "permit.task-assigned", filing, 1)
                .get(0);
        return period(task.path("department").asText(), task.path("limit"), task.path("due"));
    }

    private static String period(String department, JsonNode limit, JsonNode due) {
        String written = limit.path("value").asText() + " " + limit.path("unit").asText();
        return period(period(department, written), due.asText());
    }

    /** With its last day, where there is one. */
    private static String period(String before, String last) {
        return (before + " " + last).strip();
    }

    private static List<String> watched(ObjectNode filing) {
        return database()
                .sql("""
                SELECT concat_ws(' ', split_part(responsible, '.', 1), allowed,
                                 (due_at AT TIME ZONE 'Asia/Shanghai')::date - 1)
                FROM deadline WHERE case_no = (SELECT case_no FROM casefile WHERE number = ?) ORDER BY id
                """)
                .param(filing.path("filingNo").asText())
                .query(String.class)
                .list();
    }
}
