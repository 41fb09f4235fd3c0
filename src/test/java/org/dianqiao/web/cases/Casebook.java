package org.dianqiao.web.cases;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dianqiao.calendar.Limit;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadline;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.casework.Event;
import org.dianqiao.policy.Warnings.Colour;
import org.dianqiao.policy.Warnings.Side;
import org.dianqiao.policy.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases as the conversations put them down: the Zhengzhou plot's line over a greened road, and its supply. */
public final class Casebook {

    public static final String BUILDER = "91410100MA7K3D2F5N";
    public static final String PERSON = "410105199003071234";
    public static final String CERTIFICATE =
            "1.2.156.3005.2.11410100MB1T000175003.11410100MB1T000175.20261122000001.001.D";
    static final String GRID = "grid.henan";
    static final String GREENING = "greening.zhengzhou";
    private static final String REGION = "410105";
    private static final AtomicInteger RUNNING = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cases cases;
    private final Deadlines deadlines;
    private final TransactionTemplate transaction;

    public Casebook(Cases cases, Deadlines deadlines, TransactionTemplate transaction) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.transaction = transaction;
    }

    /** A number that nobody has. */
    static String fresh(String letters) {
        String now = Long.toString(System.nanoTime() & 0xffffff, 36);
        return "%s-2026-%s%03d".formatted(letters, now, RUNNING.incrementAndGet());
    }

    /** Filed three days ago: one department has passed it, one waits for papers, one is at it, one has not begun. */
    public Casefile filed(@Nullable String application, Instant now) {
        String number = fresh("JS");
        Instant then = now.minus(Duration.ofDays(3));
        Casefile file =
                cases.begin(Kind.PERMIT, GRID, number, REGION, GRID, null, application, "deciding", then, told(number));
        put(file, filing(file, then), tasks(file, then));
        return file;
    }

    /** As on the ordinary path: no text gives its departments a period. */
    public Casefile withoutPeriods(Instant now) {
        String number = fresh("JS");
        Casefile file = cases.begin(Kind.PERMIT, GRID, number, REGION, GRID, null, null, "deciding", now, told(number));
        put(file, filing(file, now), List.of());
        return file;
    }

    /** Nothing but that it was opened. */
    public Casefile empty(Instant now) {
        Casefile file =
                cases.begin(Kind.PERMIT, GRID, fresh("JS"), REGION, GRID, null, null, "deciding", now, json("{}"));
        put(file, List.of(), List.of());
        return file;
    }

    /** An application of an enterprise with this credit code. */
    public Casefile appliedBy(String creditCode, Instant now) {
        String told = """
                {"application": {"applicant": {"name": "厦门云谷信息有限公司", "idType": "001", "idNo": "%s"}}}""";
        Casefile file = cases.begin(
                Kind.SUPPLY,
                GRID,
                fresh("SQ"),
                REGION,
                GRID,
                null,
                null,
                "accepted",
                now,
                json(told.formatted(creditCode)));
        put(file, List.of(), List.of());
        return file;
    }

    /** A stage that this clerk told of. */
    public Casefile toldBy(String clerk, Instant now) {
        Casefile file = applied(now);
        Event told = event(
                now, null, "stage", "scheme-answered", GRID, "{\"state\": \"finished\", \"by\": \"" + clerk + "\"}");
        transaction.executeWithoutResult(status -> cases.note(file, told));
        return file;
    }

    /** Papers that were handed in though no calendar has the last day on which they were due. */
    public Casefile doneWithoutACalendar(Instant now) {
        Casefile file = applied(now);
        Deadline papers =
                deadline(file, "completion-survey", "竣工测量", "survey", Side.UTILITY, GRID, now, "9000 ND_ROLL");
        transaction.executeWithoutResult(status -> {
            deadlines.set(file, List.of(papers));
            deadlines.change(file, of -> of.about().equals(papers.about()), of -> of.met(now));
        });
        return file;
    }

    /** A person's application, with both clocks and a stage. */
    public Casefile applied(Instant now) {
        String number = fresh("YD");
        Instant then = now.minus(Duration.ofDays(5));
        Casefile file = cases.begin(
                Kind.SUPPLY, GRID, number, REGION, GRID, null, null, "scheme-answered", then, json("""
                {"application": {"applicationNo": "%s", "channel": "app", "customerClass": "hv", "capacityKw": 800,
                 "voltageKv": 10, "supplies": 1,
                 "applicant": {"kind": "person", "name": "王秀英", "idType": "111", "idNo": "%s", "phone": "13812341234"},
                 "site": {"regionCode": "410105", "address": "金水区杨金路 8 号"}}}
                """.formatted(
                                number, PERSON)));
        put(
                file,
                List.of(
                        event(then, then.minus(Duration.ofHours(1)), "applied", null, GRID, "{}"),
                        event(
                                then.plusSeconds(7200),
                                then.minus(Duration.ofDays(2)),
                                "stage",
                                "accepted",
                                GRID,
                                "{\"state\": \"finished\"}"),
                        event(
                                now.minusSeconds(86400),
                                null,
                                "stage",
                                "scheme-answered",
                                GRID,
                                "{\"state\": \"started\"}")),
                List.of(
                        deadline(file, "whole", "全过程时间", "whole process", Side.UTILITY, GRID, then, "40 WD"),
                        deadline(file, "utility", "电网环节时间", "the utility's time", Side.UTILITY, GRID, then, "22 WD"),
                        deadline(file, "scheme-answered", "供电方案答复", "supply scheme", Side.UTILITY, GRID, then, "10 WD")
                                .stopped(WorkingDays.dayOf(now))));
        return file;
    }

    /** A reservation that somebody owes a call. */
    public Casefile reserved(Instant now) {
        Casefile file =
                cases.begin(Kind.RESERVATION, GRID, fresh("YY"), REGION, GRID, null, null, "made", now, json("{}"));
        put(
                file,
                List.of(event(now, null, "made", null, GRID, "{}")),
                List.of(deadline(file, "dispatched", "派单", "dispatch", Side.UTILITY, GRID, now, "20 MINUTES")));
        return file;
    }

    /** What a ledger entry proves, and what a message of ours tells that has not arrived. */
    public Casefile proven(String entry, Instant now) {
        Casefile file =
                cases.begin(Kind.PERMIT, GRID, fresh("JS"), REGION, GRID, null, null, "deciding", now, json("{}"));
        Event filed = new Event(now, null, "filed", null, GRID, entry, null, json("{}"));
        put(file, List.of(filed, Event.sent(now, "accepted", null, "m-" + file.caseNo(), json("{}"))), List.of());
        return file;
    }

    private void put(Casefile file, List<Event> events, List<Deadline> owed) {
        transaction.executeWithoutResult(status -> {
            cases.open(file, List.of(), List.of());
            cases.note(file, events);
            deadlines.set(file, owed.stream().map(Casebook::begun).toList());
            owed.forEach(each -> deadlines.change(file, of -> of.about().equals(each.about()), of -> each));
        });
    }

    /** As it was when it was set. */
    private static Deadline begun(Deadline now) {
        return Deadline.of(
                now.caseNo(),
                now.about(),
                now.title(),
                now.side(),
                now.responsible(),
                now.rule(),
                now.began(),
                now.limit());
    }

    private static List<Event> filing(Casefile file, Instant then) {
        return List.of(
                event(then, null, "filed", null, GRID, "{}"),
                event(then, null, "accepted", null, Event.OURS, "{}"),
                event(then, null, "task-assigned", task(file, 1), Event.OURS, "{}"),
                event(then, null, "task-assigned", task(file, 2), Event.OURS, "{}"),
                event(
                        then.plusSeconds(3600),
                        then.plusSeconds(3300),
                        "status",
                        task(file, 1),
                        "planning.zhengzhou",
                        "{\"status\": \"11\", \"documentNo\": \"郑自然资许〔2026〕217 号\"}"),
                event(
                        then.plusSeconds(9000),
                        then.minus(Duration.ofDays(2)),
                        "status",
                        task(file, 2),
                        GREENING,
                        "{\"status\": \"6\", \"opinion\": \"请王秀英补交树木清单，电话 13812341234\", \"documentsAsked\":"
                                + " [\"traffic-plan\", \"树木清单\"]}"),
                event(
                        then.plusSeconds(86400),
                        null,
                        "warned",
                        task(file, 3),
                        Event.OURS,
                        "{\"colour\": \"orange\", \"told\": \"municipal.zhengzhou\"}"));
    }

    private static List<Deadline> tasks(Casefile file, Instant then) {
        return List.of(
                deadline(
                                file,
                                task(file, 1),
                                "规划许可",
                                "planning permit",
                                Side.DEPARTMENT,
                                "planning.zhengzhou",
                                then,
                                "5 WD")
                        .met(then.plusSeconds(3600)),
                deadline(file, task(file, 2), "绿化迁移", "moving of greenery", Side.DEPARTMENT, GREENING, then, "5 WD")
                        .stopped(WorkingDays.dayOf(then.plusSeconds(86400))),
                raised(deadline(
                        file,
                        task(file, 3),
                        "道路挖掘",
                        "road works",
                        Side.DEPARTMENT,
                        "municipal.zhengzhou",
                        then,
                        "3 WD")),
                deadline(
                        file,
                        task(file, 4),
                        "道路交通安全",
                        "road safety",
                        Side.DEPARTMENT,
                        "traffic-police.zhengzhou",
                        then,
                        "5 WD"));
    }

    private static Deadline raised(Deadline deadline) {
        return new Deadline(
                deadline.caseNo(),
                deadline.about(),
                deadline.title(),
                deadline.side(),
                deadline.responsible(),
                deadline.rule(),
                deadline.began(),
                deadline.limit(),
                deadline.stops(),
                Colour.ORANGE,
                null);
    }

    private static Deadline deadline(
            Casefile file, String about, String zh, String en, Side side, String who, Instant began, String limit) {
        return Deadline.of(file.caseNo(), about, new Wording(zh, en), side, who, "HEN20-P3", began, Limit.of(limit));
    }

    static String task(Casefile file, int number) {
        return task(file.number(), number);
    }

    private static String task(String filing, int number) {
        return filing + "-" + number;
    }

    private static Event event(
            Instant at, @Nullable Instant claimed, String what, @Nullable String about, String by, String told) {
        return new Event(at, claimed, what, about, by, null, null, json(told));
    }

    private static ObjectNode told(String number) {
        return json("""
                {"filing": {"filingNo": "%1$s", "regionCode": "410105", "plannedStart": "2026-12-01",
                  "works": {"voltageKv": 10, "capacityKw": 800, "customerClass": "hv", "lineLengthM": 320,
                   "crossings": ["urban-road", "greenery"], "threeZero": false,
                   "interestedParties": false, "affectsTraffic": true},
                  "site": {"regionCode": "410105", "address": "河南省郑州市金水区杨金路与鸿宝路交叉口东北角"},
                  "applicant": {"kind": "enterprise", "name": "河南中原置业有限公司", "idType": "001",
                   "idNo": "%2$s", "phone": "13812341234"},
                  "contractor": {"kind": "person", "name": "李建国", "idType": "111", "idNo": "%3$s"},
                  "documents": [{"type": "commitment", "name": "承诺书"}]},
                 "decision": {"path": "parallel", "rule": "HEN20-P3",
                  "citation": {"document": "豫发改电力〔2020〕80 号", "clause": "三（二）"},
                  "limit": {"value": 5, "unit": "WD"}, "reasons": ["电压 10 千伏", "穿跨和占用 含 城市道路"],
                  "pack": "henan", "packVersion": "2026.1"},
                 "tasks": [
                  {"taskNo": "%4$s", "department": "planning", "name": "自然资源和规划部门", "nameEn": "planning",
                   "partner": "planning.zhengzhou",
                   "item": "规划许可", "itemEn": "planning permit", "status": "11", "documentNo": "郑自然资许〔2026〕217 号",
                   "licence": {"identifier": "%8$s", "number": "410100-GH-217"}},
                  {"taskNo": "%5$s", "department": "greening", "name": "园林绿化部门", "nameEn": "greening",
                   "partner": "greening.zhengzhou",
                   "item": "绿化迁移", "itemEn": "moving of greenery", "status": "6",
                   "documentsAsked": ["traffic-plan", "树木清单"], "opinion": "请王秀英补交树木清单，电话 13812341234"},
                  {"taskNo": "%6$s", "department": "municipal", "name": "市政道路部门", "nameEn": "municipal roads",
                   "partner": "municipal.zhengzhou",
                   "item": "道路挖掘", "itemEn": "road works", "status": "8"},
                  {"taskNo": "%7$s", "department": "traffic-police", "name": "公安交管部门", "nameEn": "traffic police",
                   "partner": "traffic-police.zhengzhou",
                   "item": "道路交通安全", "itemEn": "road safety"}],
                 "certificate": {"number": "%8$s", "url": "/certificates/%8$s"}}
                """.formatted(
                        number,
                        BUILDER,
                        PERSON,
                        task(number, 1),
                        task(number, 2),
                        task(number, 3),
                        task(number, 4),
                        CERTIFICATE));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
