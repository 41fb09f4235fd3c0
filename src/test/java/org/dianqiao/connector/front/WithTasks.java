package org.dianqiao.connector.front;

import static org.awaitility.Awaitility.await;
import static org.dianqiao.connector.front.Tables.DETAILS;
import static org.dianqiao.connector.front.Tables.DOCUMENTS;
import static org.dianqiao.connector.front.Tables.ITEMS;
import static org.dianqiao.connector.front.Tables.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dianqiao.Office;
import org.dianqiao.Office.Visit;
import org.dianqiao.Plots;

/** A department of a county that takes its tasks through a front-end database, and the utility that files there. */
abstract class WithTasks extends WithFronts {

    protected static final String GRID_OF_THE_COUNTY = "grid.front";
    protected static final String DEPARTMENT =
            "department: planning\nreceives: [permit.task-assigned, permit.supplemented, permit.withdrawn]\n";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Office> OFFICES = new ConcurrentHashMap<>();

    protected final ObjectNode filing = filing();

    protected void file(String projectCode) {
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
    protected Map<String, Object> task() {
        await().until(() -> delivered() == 1);
        return tables.jdbc()
                .sql("SELECT gcdm, spsxslbm FROM " + tables.named(ITEMS) + " WHERE dfsjzj LIKE 'dianqiao-%'")
                .query()
                .singleRow();
    }

    protected int delivered() {
        return delivered("permit.task-assigned");
    }

    protected int delivered(String service) {
        return database()
                .sql("""
            SELECT count(*) FROM ledger_entry
            WHERE direction = 'out' AND partner = ? AND service = ? AND outcome = 'delivered'
            """)
                .params(platform, service)
                .query(Integer.class)
                .single();
    }

    protected void says(Map<String, Object> item, Object status) {
        tables.insert(DETAILS, word(item, status));
    }

    /** What a department says of the item. */
    protected static Map<String, Object> word(Map<String, Object> item, Object status) {
        Map<String, Object> detail = new LinkedHashMap<>(item);
        detail.put("blzt", status);
        detail.put("blyj", "同意");
        detail.put("blsj", Timestamp.valueOf("2026-10-08 09:30:00"));
        return detail;
    }

    protected long document(Map<String, Object> item) {
        return tables.insert(DOCUMENTS, with(new LinkedHashMap<>(item), "pfwh", "郑规电（2026）031号"));
    }

    /** The words of the department, as the filer heard them. */
    protected List<String> heard() {
        return payloads()
                .map(said -> said.path("status").asText() + " "
                        + said.path("documentNo").asText())
                .toList();
    }

    protected List<String> opinions() {
        return payloads().map(said -> said.path("opinion").asText()).toList();
    }

    private Stream<JsonNode> payloads() {
        String number = tables.jdbc()
                .sql("SELECT spsxslbm FROM " + tables.named(ITEMS) + " WHERE dfsjzj LIKE 'dianqiao-%'")
                .query(String.class)
                .single();
        return county().visits().stream()
                .map(WithTasks::payload)
                .filter(said -> said.path("taskNo").asText().equals(number));
    }

    /** The first part. */
    protected static JsonNode payload(Visit visit) {
        String body = new String(visit.body(), StandardCharsets.UTF_8);
        try {
            return JSON.readTree(body.substring(body.indexOf("{\"")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    protected static Office county() {
        return OFFICES.computeIfAbsent(GRID_OF_THE_COUNTY, id -> office(id, """
            kind: utility
            region: "%s"
            utility: electricity
            sends: [ { service: permit.filed }, { service: permit.supplemented }, { service: permit.withdrawn } ]
            receives: [ permit.decided ]
            """.formatted(REGION)));
    }
}
