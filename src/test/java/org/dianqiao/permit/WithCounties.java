package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Office;
import org.dianqiao.Office.Visit;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.calendar.Calendars;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Event;

/** Counties with a utility and departments of their own, which write down what they are told and say what a test says. */
abstract class WithCounties extends AtTheDoor {

    static final String JINSHUI = "410105";
    static final String LIXIA = "370102";
    static final String TUNXI = "341002";
    static final String LICENCE = "1.2.156.3005.2.11100000MB03271699001.11341000MB1T00025W.20260000123.001.0";

    private static final Map<String, Office> OFFICES = new ConcurrentHashMap<>();

    static Office grid(String region) {
        return OFFICES.computeIfAbsent("grid." + region, id -> office(id, """
                kind: utility
                region: "%s"
                utility: electricity
                sends: [{service: permit.filed}, {service: permit.supplemented}, {service: permit.withdrawn},
                        {service: works.completed}]
                receives: [permit.accepted, permit.decided, permit.result, permit.withdrawn, deadline.warned]
                rate: { perSecond: 5000, burst: 10000 }
                """.formatted(region)));
    }

    static Office department(String code, String region) {
        return OFFICES.computeIfAbsent(code + "." + region, id -> office(id, """
                kind: department
                region: "%s"
                department: %s
                sends: [{service: permit.decided}]
                receives: [permit.task-assigned, permit.supplemented, permit.withdrawn, permit.result, works.completed,
                           deadline.warned]
                rate: { perSecond: 5000, burst: 10000 }
                """.formatted(region, code)));
    }

    static void departments(String region, String... codes) {
        grid(region);
        Stream.of(codes).forEach(code -> department(code, region));
    }

    /** All that the story's line needs. */
    static void jinshui() {
        departments(JINSHUI, "planning", "municipal", "greening", "traffic-police");
    }

    static ObjectNode filing(String region, ObjectNode works) {
        ObjectNode filing =
                Plots.object().put("filingNo", "SG-" + UUID.randomUUID()).put("regionCode", region);
        filing.set("works", works);
        filing.putObject("site").put("regionCode", region).put("address", "杨金路与鸿宝路交叉口东北角");
        filing.putObject("applicant")
                .put("kind", "enterprise")
                .put("name", "河南中原置业有限公司")
                .put("idType", "001")
                .put("idNo", "91410100MA7K3D2F5N");
        filing.putArray("documents");
        return filing;
    }

    static ObjectNode withPapers(ObjectNode filing, String... types) {
        Stream.of(types).forEach(type -> filing.withArray("documents")
                .addObject()
                .put("type", type)
                .put("name", type));
        return filing;
    }

    /** As one part each, named as their type. */
    static Draft enclosing(Draft draft, ObjectNode payload, String... types) {
        Stream.of(types).forEach(type -> payload.withArray("documents")
                .addObject()
                .put("type", type)
                .put("name", type)
                .put("part", type + ".txt"));
        Stream<Piece> files = Stream.of(types).map(type -> Piece.text(type + ".txt", type));
        return draft.pieces(Stream.concat(Stream.of(Piece.json(payload)), files).toArray(Piece[]::new));
    }

    /** As if it had been filed so many days ago. */
    static void filedDaysAgo(ObjectNode filing, int days) {
        database()
                .sql("UPDATE casefile SET opened_at = now() - make_interval(days => ?) WHERE number = ?")
                .params(days, filing.path("filingNo").asText())
                .update();
    }

    /** By the region's own utility. */
    static Reply file(ObjectNode filing) {
        return post(event("grid." + filing.path("regionCode").asText(), "permit.filed", filing));
    }

    /** By the utility of this region, whatever the filing says of its own. */
    static Reply file(String region, ObjectNode filing) {
        return post(event("grid." + region, "permit.filed", filing));
    }

    static Reply file(ObjectNode filing, Piece... papers) {
        Piece[] pieces =
                Stream.concat(Stream.of(Piece.json(filing)), Stream.of(papers)).toArray(Piece[]::new);
        return post(event("grid." + filing.path("regionCode").asText(), "permit.filed", filing)
                .pieces(pieces));
    }

    /** The task of a department, once it has arrived there. */
    static String task(String department, ObjectNode filing) {
        return told(department(department, filing.path("regionCode").asText()), "permit.task-assigned", filing, 1)
                .get(0)
                .path("taskNo")
                .asText();
    }

    static ObjectNode said(String taskNo, String status) {
        return Plots.object()
                .put("taskNo", taskNo)
                .put("status", status)
                .put("at", CLOCK.instant().toString());
    }

    static Reply decide(String department, String region, ObjectNode said) {
        return post(event(department + "." + region, "permit.decided", said));
    }

    static void goes(String department, ObjectNode filing, String... statuses) {
        String region = filing.path("regionCode").asText();
        String task = task(department, filing);
        Stream.of(statuses).forEach(status -> accepted(decide(department, region, said(task, status))));
    }

    static List<JsonNode> results(ObjectNode filing, int atLeast) {
        return told(grid(filing.path("regionCode").asText()), "permit.result", filing, atLeast);
    }

    /** What an office was told about a filing, once so much has arrived. */
    static List<JsonNode> told(Office office, String service, ObjectNode filing, int atLeast) {
        List<JsonNode> letters = told(office, service, filing);
        if (letters.size() < atLeast) {
            await().until(() -> told(office, service, filing).size() >= atLeast);
            letters = told(office, service, filing);
        }
        return letters;
    }

    static List<JsonNode> told(Office office, String service, ObjectNode filing) {
        return office.visits().stream()
                .filter(visit -> visit.path().endsWith("/" + service))
                .map(WithCounties::payload)
                .filter(letter -> letter.path("filingNo").equals(filing.path("filingNo")))
                .toList();
    }

    /** How an office was brought a filing's result, once it has arrived. */
    static Visit resultBrought(Office office, ObjectNode filing) {
        told(office, "permit.result", filing, 1);
        return office.visits().stream()
                .filter(visit -> visit.path().endsWith("/permit.result"))
                .filter(visit -> payload(visit).path("filingNo").equals(filing.path("filingNo")))
                .findFirst()
                .orElseThrow();
    }

    /** The day of the filing is day zero. Empty where the calendar does not reach so far. */
    static String workingDay(ObjectNode filing, int number) {
        WorkingDays days = Calendars.read(home().resolve("mappings/calendars"))
                .of(filing.path("regionCode").asText());
        LocalDate day = WorkingDays.dayOf(openedAt(filing));
        int passed = 0;
        while (passed < number) {
            day = day.plusDays(1);
            Optional<Boolean> works = days.isWorkingDay(day);
            if (works.isEmpty()) {
                return "";
            }
            passed += works.get() ? 1 : 0;
        }
        return day.toString();
    }

    private static Instant openedAt(ObjectNode filing) {
        return database()
                .sql("SELECT opened_at FROM casefile WHERE number = ?")
                .param(filing.path("filingNo").asText())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** The first part. */
    static JsonNode payload(Visit visit) {
        String body = new String(visit.body(), java.nio.charset.StandardCharsets.UTF_8);
        int begin = body.indexOf("{\"");
        try {
            return Works.JSON.readerFor(JsonNode.class).readTree(body.substring(begin));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The words of a task's department, as the filer heard them. */
    static List<String> heard(String taskNo, String region) {
        return grid(region).visits().stream()
                .filter(visit -> visit.path().endsWith("/permit.decided") && visit.originSignature() != null)
                .map(WithCounties::payload)
                .filter(said -> said.path("taskNo").asText().equals(taskNo))
                .map(said -> said.path("status").asText())
                .toList();
    }

    static void assertViolated(Reply reply, String pointer, String words) {
        assertThat(reply.status() + " " + reply.code()).isEqualTo("422 contract-violated");
        assertThat(reply.json().path("errors")).anySatisfy(error -> {
            assertThat(error.path("pointer").asText()).isEqualTo(pointer);
            assertThat(error.path("message").asText()).contains(words);
        });
    }

    static String caseNo(ObjectNode filing) {
        return database()
                .sql("SELECT case_no FROM casefile WHERE number = ?")
                .param(filing.path("filingNo").asText())
                .query(String.class)
                .single();
    }

    static List<Event> timeline(ObjectNode filing) {
        return bean(Cases.class).timeline(caseNo(filing));
    }

    static String state(ObjectNode filing) {
        return database()
                .sql("SELECT state FROM casefile WHERE number = ?")
                .param(filing.path("filingNo").asText())
                .query(String.class)
                .single();
    }
}
