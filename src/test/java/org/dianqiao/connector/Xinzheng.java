package org.dianqiao.connector;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Office;
import org.dianqiao.Plots;

/** A county whose utility has a marketing system and nothing else: what is planned and filed there, and who approves it. */
final class Xinzheng extends AtTheDoor {

    static final String GRID_OF_XINZHENG = "grid.xinzheng";
    static final String WHERE_AND_WHAT = """
            region: "410184"
            sends: [ { service: progress.reported }, { service: lead.answered } ]
            receives: [ supply.applied, lead.assigned, permit.result ]
            """;
    static final String LICENCE = "1.2.156.3005.2.11100000MB03271699001.11341000MB1T00025W.20260000123.001.0";

    private static final String COUNTY = "410184";
    private static final String WINDOW = "window.xinzheng";
    private static final List<String> DEPARTMENTS = List.of("planning", "municipal", "greening", "traffic-police");
    private static final Map<String, Office> OFFICES = new ConcurrentHashMap<>();

    private Xinzheng() {}

    /** A project there. The number of its lead. */
    static String lead(String code) {
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
        return lookup(code).path("leadNo").asText();
    }

    static String freshCode() {
        return Plots.freshCode(COUNTY);
    }

    static JsonNode lookup(String code) {
        return accepted(post(query(GRID, "lead.lookup", Plots.leadOf(code)))).json();
    }

    static void reaches(String code, int stage) {
        accepted(post(event(PLATFORM, "project.updated", Plots.updated(code, stage))));
    }

    static void isWithdrawn(String code) {
        accepted(post(event(PLATFORM, "project.withdrawn", Plots.withdrawn(code))));
    }

    /** Filed by the window and approved by all, planning with a licence of which the file is this. The filing's number. */
    static String approved(String licence) {
        DEPARTMENTS.forEach(Xinzheng::department);
        newcomer(WINDOW, """
            kind: window
            region: "410184"
            sends: [ { service: permit.filed } ]
            """);
        ObjectNode filing = filing();
        String number = filing.path("filingNo").asText();
        accepted(post(event(WINDOW, "permit.filed", filing)));
        DEPARTMENTS.subList(1, DEPARTMENTS.size()).forEach(each -> {
            goes(each, number);
            accepted(post(decided(each, said(each, number, "11"))));
        });
        goes("planning", number);
        ObjectNode last = said("planning", number, "11").put("documentNo", "郑规许〔2026〕088号");
        last.putObject("licence")
                .put("identifier", LICENCE)
                .put("number", "GG0117")
                .put("part", "licence");
        accepted(post(decided("planning", last).pieces(Piece.json(last), Piece.text("licence", licence))));
        return number;
    }

    private static Office department(String code) {
        return OFFICES.computeIfAbsent(code + ".xinzheng", id -> office(id, """
            kind: department
            region: "410184"
            department: %s
            sends: [ { service: permit.decided } ]
            receives: [ permit.task-assigned ]
            rate: { perSecond: 5000, burst: 10000 }
            """.formatted(code)));
    }

    private static ObjectNode filing() {
        ObjectNode filing =
                Plots.object().put("filingNo", "XZ-" + UUID.randomUUID()).put("regionCode", COUNTY);
        filing.putObject("works")
                .put("voltageKv", 10)
                .put("capacityKw", 800)
                .put("customerClass", "hv")
                .put("lineLengthM", 260)
                .put("threeZero", false)
                .put("interestedParties", false)
                .put("affectsTraffic", false)
                .putArray("crossings")
                .add("urban-road")
                .add("greenery");
        filing.putObject("site").put("regionCode", COUNTY).put("address", "新郑市龙湖镇");
        filing.putObject("applicant")
                .put("kind", "enterprise")
                .put("name", "河南中原置业有限公司")
                .put("idType", "001")
                .put("idNo", "91410100MA7K3D2F5N");
        filing.putArray("documents");
        return filing;
    }

    private static void goes(String department, String filing) {
        Stream.of("3", "8").forEach(status -> accepted(post(decided(department, said(department, filing, status)))));
    }

    private static Draft decided(String department, ObjectNode said) {
        return event(department + ".xinzheng", "permit.decided", said);
    }

    private static ObjectNode said(String department, String filing, String status) {
        await().until(() -> tasks(department, filing).findAny().isPresent());
        return Plots.object()
                .put("taskNo", tasks(department, filing).findFirst().orElseThrow())
                .put("status", status)
                .put("at", CLOCK.instant().toString());
    }

    private static Stream<String> tasks(String department, String filing) {
        return department(department).visits().stream()
                .filter(visit -> visit.path().endsWith("/permit.task-assigned"))
                .map(Office.Visit::payload)
                .filter(task -> task.path("filingNo").asText().equals(filing))
                .map(task -> task.path("taskNo").asText());
    }
}
