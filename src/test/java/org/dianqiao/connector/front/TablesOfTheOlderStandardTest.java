package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dianqiao.connector.front.Tables.DETAILS;
import static org.dianqiao.connector.front.Tables.DOCUMENTS;
import static org.dianqiao.connector.front.Tables.ITEMS;
import static org.dianqiao.connector.front.Tables.PROJECTS;
import static org.dianqiao.connector.front.Tables.detail;
import static org.dianqiao.connector.front.Tables.item;
import static org.dianqiao.connector.front.Tables.project;
import static org.dianqiao.connector.front.Tables.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Map;
import org.dianqiao.doctor.Doctor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exchange standard 2.0: names without an ending, codes that are numbers, times that are times. */
class TablesOfTheOlderStandardTest extends WithTasks {

    private final String code = code();

    private void comes(Engine engine, String more) {
        tables = engine.fresh("", TablesOfTheOlderStandardTest::older);
        connect(engine.account(), tables, more);
    }

    private static String older(String sql) {
        return sql.replace("blzt     varchar(4)", "blzt     int")
                .replace("sbsj     varchar(20)", "sbsj     timestamp NULL")
                .replace("gbhy     varchar(10)", "gbhy     varchar(4)");
    }

    private static Map<String, Object> older(Map<String, Object> project) {
        return with(project, "sbsj", Timestamp.valueOf("2026-09-15 09:30:00"));
    }

    @ParameterizedTest
    @EnumSource
    void tellHowFarAProjectIs(Engine engine) {
        comes(engine, "");
        tables.insert(PROJECTS, older(project(code)));
        tables.insert(ITEMS, item(code, "A1"));
        tables.insert(DETAILS, with(detail(code, "A1", "3"), "blzt", 3));
        tables.insert(DETAILS, with(detail(code, "A1", "11"), "blzt", 11));
        tables.insert(DOCUMENTS, Tables.document(code, "A1"));
        read();
        assertThat(said()).hasSize(5).allMatch(each -> each.endsWith(" accepted"));
        JsonNode milestones = lead(code).path("milestones");
        assertThat(milestones.findValuesAsText("status")).containsExactlyInAnyOrder("1", "3", "11", "11");
        assertThat(milestones.findValuesAsText("documentNo")).containsExactly("郑规建（2026）088号");
        assertThat(tables.count(PROJECTS, TAKEN)).isOne();
        assertThat(tables.count(DETAILS, TAKEN)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void sayWhatIsWrongWithThem(Engine engine) {
        comes(engine, "");
        long bad = tables.insert(PROJECTS, older(project("2609-411721-04-01-000000")));
        read();
        assertThat(tables.state(PROJECTS, bad)).isEqualTo(FAILED);
        assertThat(tables.reason(PROJECTS, bad)).startsWith("xmdm ");
    }

    @ParameterizedTest
    @EnumSource
    void takeTasksAndDecideThem(Engine engine) {
        comes(engine, DEPARTMENT);
        file(null);
        Map<String, Object> item = task();
        says(item, 3);
        says(item, 8);
        says(item, 11);
        document(item);
        read();
        await().until(() -> heard().size() == 3);
        assertThat(heard()).containsExactly("3 ", "8 ", "11 郑规电（2026）031号");
    }

    @ParameterizedTest
    @EnumSource
    void areKnownToTheDoctor(Engine engine) {
        comes(engine, DEPARTMENT);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] line = {"--partner", platform, "--dianqiao.home=" + home(), "--dianqiao.sandbox=keys"};
        assertThat(Doctor.run(line, out, out))
                .as(said.toString(StandardCharsets.UTF_8))
                .isZero();
    }
}
