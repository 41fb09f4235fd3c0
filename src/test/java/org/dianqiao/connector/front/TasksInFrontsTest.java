package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dianqiao.connector.front.Tables.DETAILS;
import static org.dianqiao.connector.front.Tables.DOCUMENTS;
import static org.dianqiao.connector.front.Tables.ITEMS;
import static org.dianqiao.connector.front.Tables.PROJECTS;
import static org.dianqiao.connector.front.Tables.project;
import static org.dianqiao.connector.front.Tables.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.dianqiao.Office;
import org.dianqiao.Office.Visit;
import org.dianqiao.Plots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A department that takes its tasks through a front-end database, and says there what became of them. */
class TasksInFrontsTest extends WithFronts {

    private static final String GRID_OF_THE_COUNTY = "grid.front";
    private static final String DEPARTMENT = "department: planning\nreceives: [permit.task-assigned]\n";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Office> OFFICES = new ConcurrentHashMap<>();

    private final ObjectNode filing = filing();

    @ParameterizedTest
    @EnumSource
    void areRowsThereAndDecidedByRows(Engine engine) {
        tables = engine.fresh();
        connect(engine.account(), tables, DEPARTMENT);
        file(null);
        Map<String, Object> item = task();
        assertThat(tables.count(PROJECTS, NEW)).isOne();
        assertThat(tables.count(DETAILS, NEW)).isOne();
        says(item, "3");
        says(item, "8");
        says(item, "11");
        read();
        assertThat(said()).containsExactly("permit.decided accepted", "permit.decided accepted");
        assertThat(tables.count(ITEMS, NEW)).as("rows of ours are for them").isOne();
        document(item);
        read();
        assertThat(said()).hasSize(3).containsOnly("permit.decided accepted");
        await().atMost(LONG).until(() -> heard().size() == 3);
        assertThat(heard()).containsExactly("3 ", "8 ", "11 郑规电（2026）031号");
        assertThat(tables.count(DOCUMENTS, TAKEN)).isOne();
    }

    @Test
    void areDecidedWithoutADocumentWhereNoneComesInTime() {
        tables = Engine.POSTGRESQL.fresh();
        connect(Engine.POSTGRESQL.account(), tables, DEPARTMENT);
        file(null);
        Map<String, Object> item = task();
        says(item, "3");
        says(item, "8");
        says(item, "12");
        read();
        pass(Duration.ofMinutes(11));
        read();
        assertThat(said()).hasSize(3).containsOnly("permit.decided accepted");
        long late = document(item);
        read();
        assertThat(tables.state(DOCUMENTS, late)).isEqualTo(FAILED);
        assertThat(tables.reason(DOCUMENTS, late)).contains("与前次不同");
    }

    @Test
    void belongToTheProjectThatIsKnownThere() {
        tables = Engine.MARIADB.fresh();
        connect(Engine.MARIADB.account(), tables, DEPARTMENT);
        String code = code();
        tables.insert(PROJECTS, project(code));
        read();
        file(code);
        assertThat(task()).containsEntry("gcdm", code + "-001");
        assertThat(tables.count(PROJECTS, NEW)).isZero();
    }

    @Test
    void areThereOnceWhereTheAnswerToTheirCommitIsLost() throws Exception {
        tables = Engine.POSTGRESQL.fresh();
        int port = URI.create(tables.url().substring("jdbc:".length())).getPort();
        try (CutLine line = new CutLine(port)) {
            Tables cut =
                    new Tables(tables.url().replace(":" + port, ":" + line.port()), tables.source(), tables.password());
            connect(Engine.POSTGRESQL.account(), cut, DEPARTMENT);
            file(null);
            await().atMost(LONG).until(() -> delivered() == 1);
            assertThat(line.commits()).isGreaterThan(1);
        }
        assertThat(tables.count(ITEMS, NEW)).isOne();
        assertThat(tables.count(DETAILS, NEW)).isOne();
    }

    @Test
    void areRefusedByATableThatTheyDoNotFit() {
        tables = Engine.POSTGRESQL.fresh();
        tables.jdbc()
                .sql("ALTER TABLE " + ITEMS + " ALTER COLUMN lxr TYPE varchar(3)")
                .update();
        connect(Engine.POSTGRESQL.account(), tables, DEPARTMENT);
        file(null);
        await().atMost(LONG)
                .until(() -> database()
                                .sql("SELECT count(*) FROM dead_letter WHERE partner = ?")
                                .param(platform)
                                .query(Integer.class)
                                .single()
                        == 1);
        assertThat(tables.count(PROJECTS, NEW)).as("all rows or none").isZero();
    }

    private void file(String projectCode) {
        county();
        var draft = event(GRID_OF_THE_COUNTY, "permit.filed", filing);
        accepted(post(projectCode == null ? draft : draft.put("case", projectCode)));
    }

    private static ObjectNode filing() {
        ObjectNode filing =
                Plots.object().put("filingNo", "SG-" + UUID.randomUUID()).put("regionCode", REGION);
        ObjectNode works = filing.putObject("works")
                .put("voltageKv", 10)
                .put("capacityKw", 800)
                .put("customerClass", "hv")
                .put("lineLengthM", 260)
                .put("threeZero", false)
                .put("interestedParties", false)
                .put("affectsTraffic", false);
        works.putArray("crossings").add("urban-road").add("greenery");
        filing.putObject("site").put("regionCode", REGION).put("address", "杨金路与鸿宝路交叉口东北角");
        filing.putObject("applicant")
                .put("kind", "enterprise")
                .put("name", "河南中原置业有限公司")
                .put("idType", "001")
                .put("idNo", "91410100MA7K3D2F5N");
        filing.putArray("documents");
        return filing;
    }

    /** The item that the task became, once it is known to be there. */
    private Map<String, Object> task() {
        await().atMost(LONG).until(() -> delivered() == 1);
        return tables.jdbc()
                .sql("SELECT gcdm, spsxslbm FROM " + ITEMS + " WHERE dfsjzj LIKE 'dianqiao-%'")
                .query()
                .singleRow();
    }

    private int delivered() {
        return database().sql("""
            SELECT count(*) FROM ledger_entry
            WHERE direction = 'out' AND partner = ? AND service = 'permit.task-assigned' AND outcome = 'delivered'
            """).param(platform).query(Integer.class).single();
    }

    private void says(Map<String, Object> item, String status) {
        Map<String, Object> detail = new LinkedHashMap<>(item);
        detail.put("blzt", status);
        detail.put("blyj", "同意");
        detail.put("blsj", Timestamp.valueOf("2026-10-08 09:30:00"));
        tables.insert(DETAILS, detail);
    }

    private long document(Map<String, Object> item) {
        return tables.insert(DOCUMENTS, with(new LinkedHashMap<>(item), "pfwh", "郑规电（2026）031号"));
    }

    /** The words of the department, as the filer heard them. */
    private List<String> heard() {
        String number = tables.jdbc()
                .sql("SELECT spsxslbm FROM " + ITEMS + " WHERE dfsjzj LIKE 'dianqiao-%'")
                .query(String.class)
                .single();
        return county().visits().stream()
                .map(TasksInFrontsTest::payload)
                .filter(said -> said.path("taskNo").asText().equals(number))
                .map(said -> said.path("status").asText() + " "
                        + said.path("documentNo").asText())
                .toList();
    }

    /** The first part. */
    private static JsonNode payload(Visit visit) {
        String body = new String(visit.body(), StandardCharsets.UTF_8);
        try {
            return JSON.readTree(body.substring(body.indexOf("{\"")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Office county() {
        return OFFICES.computeIfAbsent(GRID_OF_THE_COUNTY, id -> office(id, """
            kind: utility
            region: "%s"
            utility: electricity
            sends: [ { service: permit.filed } ]
            receives: [ permit.decided ]
            """.formatted(REGION)));
    }
}
