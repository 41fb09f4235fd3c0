package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dianqiao.connector.front.Tables.PROJECTS;
import static org.dianqiao.connector.front.Tables.project;
import static org.dianqiao.connector.front.Tables.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dianqiao.Office;
import org.dianqiao.Office.Manner;
import org.dianqiao.Office.Response;
import org.dianqiao.Plots;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.certificate.PrintedText;
import org.dianqiao.exchange.Contracts;
import org.dianqiao.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came in by a front-end database is shown as written down by the gateway, on every page and in every reply. */
class AttestedWordsAreShownTest extends WithTasks {

    private static final String MARK = "class=\"attested-mark\"";
    private static final String SOURCE = "来源：前置库；所言由网关记下并签名";
    private static final String RESTS = "其中注明 attested 的内容";
    private static final String SUPERVISOR = "supervisor.shown";
    private static final String DISPATCHED =
            "SELECT count(*) FROM delivery WHERE partner = ? AND service = 'permit.decided'";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Each test has a utility of its own. */
    private final String utility = "grid.shown-" + NUMBER.incrementAndGet();

    private final Visitor operator = new Visitor(gateway());
    private Office office;

    @BeforeEach
    void opens() {
        tables = Engine.POSTGRESQL.fresh();
        connect(Engine.POSTGRESQL.account(), tables, DEPARTMENT);
        office = office(utility, """
                kind: utility
                region: "%s"
                utility: electricity
                sends: [ { service: permit.filed }, { service: supply.applied }, { service: progress.lookup } ]
                receives: [ permit.accepted, permit.decided, permit.result ]
                """.formatted(REGION));
        newcomer(SUPERVISOR, """
                kind: supervisor
                region: "%s"
                sends: [ { service: supervision.report }, { service: ledger.entry } ]
                """.formatted(REGION));
        operator.post("/login", "username=operator&password=");
    }

    @AfterEach
    void closes() {
        database().sql("DELETE FROM delivery WHERE partner = ?").param(utility).update();
        office.close();
    }

    @Test
    void inListsAndOnThePageOfTheirEntry() {
        tables.insert(PROJECTS, project(code()));
        read();
        String entry = String.valueOf(entries().get(0).get("id"));
        assertThat(page("/?partner=" + platform)).contains(SOURCE).containsOnlyOnce(MARK);
        assertThat(page("/evidence/" + entry)).contains(SOURCE).containsOnlyOnce(MARK);
        assertThat(page("/messages/" + entry)).contains(MARK, platform + " 自己没有签名：网关核实了来者（前置库）");
        assertThat(page("/?partner=" + utility)).doesNotContain(MARK);
        JsonNode told = accepted(
                        post(query(SUPERVISOR, "ledger.entry", Plots.object().put("entry", entry))))
                .json();
        assertThat(bean(Contracts.class).violations("ledger.entry.reply", told)).isEmpty();
        assertThat(told.path("attested")).isEqualTo(attested());
    }

    @Test
    void ofLeadsToTheUtilityAndOnTheirPages() {
        String code = code();
        tables.insert(PROJECTS, project(code));
        read();
        tables.insert(PROJECTS, with(project(code), "sjyxbs", 0));
        tables.insert(PROJECTS, with(project(code), "xmmc", "中原·金水科创园二期"));
        read();
        JsonNode lead = lead(code);
        assertThat(bean(Contracts.class).violations("lead.lookup.reply", lead)).isEmpty();
        assertThat(lead.path("attested")).containsExactly(attested().put("origin", "project"));
        assertThat(lead.at("/milestones/0/attested")).isEqualTo(attested());
        String answered = lead.path("leadNo").asText();
        accepted(post(event("grid.henan", "lead.answered", Plots.answered(answered, "accepted"))));
        assertThat(lead(code).at("/answers/0").has("attested")).isFalse();

        String page = page("/leads/" + answered);
        assertThat(events(page))
                .hasSize(5)
                .filteredOn(event -> event.contains(MARK))
                .hasSize(2);
        assertThat(page.substring(page.indexOf("id=\"facts-title\""))).contains(MARK, SOURCE);
        assertThat(page("/leads?number=" + code)).containsOnlyOnce(MARK);
        assertThat(page("/messages/" + latest("lead.lookup"))).contains(RESTS);
    }

    @Test
    void ofLeadsWhosePartnerSaysItOfItselfNotAtAll() {
        ObjectNode told = Plots.coded(code());
        told.set("attested", attested());
        accepted(post(event("approval.henan", "project.code-assigned", told)));
        String code = told.path("projectCode").asText();
        ObjectNode updated = Plots.updated(code, 2);
        updated.set("attested", attested());
        accepted(post(event("approval.henan", "project.updated", updated)));
        assertThat(page("/messages/" + latest("project.updated")))
                .contains("&quot;attested&quot;")
                .doesNotContain(MARK, RESTS);
        assertThat(lead(code).toString()).doesNotContain("attested");
        assertThat(page("/messages/" + latest("lead.lookup"))).doesNotContain(MARK, RESTS);
    }

    private static String latest(String service) {
        return database()
                .sql("SELECT max(id) FROM ledger_entry WHERE service = ?")
                .param(service)
                .query(String.class)
                .single();
    }

    /** The other departments sign what they say. */
    @Test
    void ofDepartmentsInTheTimelineTheResultAndTheReport() {
        long before = report().at("/cases/permit/attested").asLong();
        String application = applied();
        filing.put("applicationNo", application);
        accepted(post(event(utility, "permit.filed", filing)));
        Map<String, Object> item = task();
        says(item, "3");
        says(item, "8");
        says(item, "11");
        document(item);
        read();
        await().until(() -> said().size() == 3);
        heard("permit.accepted").path("tasks").forEach(this::passes);

        JsonNode result = heard("permit.result");
        assertThat(bean(Contracts.class).violations("permit.result", result)).isEmpty();
        assertThat(result.path("tasks")).hasSizeGreaterThan(1).allSatisfy(task -> {
            boolean byRows = task.path("department").asText().equals("planning");
            assertThat(task.path("attested").equals(attested())).isEqualTo(byRows);
        });
        assertThat(PrintedText.of(brought("permit.result").part("certificate.pdf"))
                        .split("网关代签", -1))
                .as("one of several answers, and what it means")
                .hasSize(1 + 1 + 1);
        JsonNode progress = accepted(
                        post(query(utility, "progress.lookup", Plots.object().put("applicationNo", application))))
                .json();
        assertThat(bean(Contracts.class).violations("progress.lookup.reply", progress))
                .isEmpty();
        assertThat(progress.at("/permits/0/tasks").findValues("attested")).containsExactly(attested());
        assertThat(progress.path("timeline").findValues("attested")).isEmpty();
        assertThat(report().at("/cases/permit/attested").asLong()).isEqualTo(before + 1);
        assertThat(bean(Contracts.class).violations("supervision.report.reply", report()))
                .isEmpty();

        String page = page("/cases/" + result.path("caseNo").asText());
        assertThat(events(page))
                .filteredOn(event -> event.contains(MARK))
                .hasSize(3)
                .allSatisfy(event -> assertThat(event).contains(platform, SOURCE));
        assertThat(page.substring(page.indexOf("<article"), page.lastIndexOf("</article>")))
                .containsOnlyOnce(MARK);
        String form = "number=" + filing.path("filingNo").asText() + "&digits=2F5N";
        assertThat(events(operator.post("/progress", form).body()))
                .filteredOn(event -> event.contains(MARK))
                .hasSize(3);
    }

    @Test
    void whileTheyWaitToBePassedOn() {
        office.manner(visit -> Response.unsigned(503));
        decides();
        assertThat(rows(page("/deliveries")))
                .filteredOn(row -> row.contains(MARK))
                .singleElement()
                .asString()
                .contains(SOURCE);
    }

    @Test
    void whereNobodyTookThem() {
        office.manner(visit -> service(visit).equals("permit.decided")
                ? Response.refusal(409, "id-conflict")
                : Manner.RECEIPTS.answer(visit));
        decides();
        await().until(() -> count("SELECT count(*) FROM dead_letter WHERE partner = ?") == 1);
        assertThat(rows(page("/deliveries")))
                .filteredOn(row -> row.contains(MARK))
                .singleElement()
                .asString()
                .contains(SOURCE);
        database()
                .sql("UPDATE dead_letter SET closed_at = now(), closed_how = 'closed' WHERE partner = ?")
                .param(utility)
                .update();
    }

    private void decides() {
        accepted(post(event(utility, "permit.filed", filing)));
        says(task(), "3");
        read();
        await().until(() -> count(DISPATCHED) + count("SELECT count(*) FROM dead_letter WHERE partner = ?") == 1);
    }

    private int count(String sql) {
        return database().sql(sql).param(utility).query(Integer.class).single();
    }

    private String applied() {
        ObjectNode application = Plots.object()
                .put("applicationNo", "YK-" + UUID.randomUUID())
                .put("channel", "hall")
                .put("customerClass", "hv")
                .put("capacityKw", 800)
                .put("voltageKv", 10)
                .put("supplies", 1)
                .put("at", "2026-09-30T09:00:00+08:00");
        application.set("applicant", filing.path("applicant"));
        application.set("site", filing.path("site"));
        application.putArray("documents");
        accepted(post(event(utility, "supply.applied", application)));
        return application.path("applicationNo").asText();
    }

    /** As if it had its own line to the gateway. */
    private void passes(JsonNode task) {
        String department = task.path("department").asText();
        if (department.equals("planning")) {
            return;
        }
        String bureau = utility + "." + department;
        newcomer(bureau, """
                kind: department
                region: "%s"
                department: %s
                sends: [ { service: permit.decided } ]
                """.formatted(REGION, department));
        for (String status : List.of("3", "8", "11")) {
            ObjectNode said = Plots.object()
                    .put("taskNo", task.path("taskNo").asText())
                    .put("status", status)
                    .put("at", "2026-10-08T09:30:00+08:00");
            accepted(post(event(bureau, "permit.decided", said)));
        }
    }

    /** The first of its kind that the utility heard. */
    private JsonNode heard(String service) {
        return payload(brought(service));
    }

    private Office.Visit brought(String service) {
        await().until(() ->
                office.visits().stream().anyMatch(visit -> service(visit).equals(service)));
        return office.visits().stream()
                .filter(visit -> service(visit).equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static String service(Office.Visit visit) {
        return visit.manifest().path("service").asText();
    }

    private static JsonNode report() {
        String today = WorkingDays.dayOf(CLOCK.instant()).toString();
        ObjectNode asked = Plots.object().put("from", today).put("to", today);
        return accepted(post(query(SUPERVISOR, "supervision.report", asked))).json();
    }

    private ObjectNode attested() {
        return Plots.object().put("of", platform).put("means", "database");
    }

    private String page(String path) {
        var answer = operator.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** Those of deliveries to the utility. */
    private List<String> rows(String page) {
        return Stream.of(page.split("<tr"))
                .filter(row -> row.contains(">" + utility + "</span>"))
                .toList();
    }

    /** Of a timeline. */
    private static List<String> events(String page) {
        String track = page.substring(page.indexOf("<ol class=\"track\">"));
        return Stream.of(track.substring(0, track.indexOf("</ol>")).split("<li"))
                .skip(1)
                .toList();
    }
}
