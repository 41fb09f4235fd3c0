package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;

/** A developer in Zhengzhou, one plot, one project code: what the outside systems say of it, in its order. */
final class Story {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final String PROJECT = "2609-410105-04-01-123459";
    private static final String MISTYPED = "2609-410105-04-01-123458";

    private final ApprovalPlatform approval;
    private final Grid grid;
    private final Clock clock;
    private final Narration narration;

    private record Step(String telling, Desk desk, Supplier<Letter> letter) {}

    Story(ApprovalPlatform approval, Grid grid, Clock clock, Narration narration) {
        this.approval = approval;
        this.grid = grid;
        this.clock = clock;
        this.narration = narration;
    }

    /** An interruption ends it early. */
    void play(Duration pause) throws InterruptedException {
        for (Step step : steps()) {
            narration.tell(step.telling, () -> step.desk.send(step.letter.get()));
            Thread.sleep(pause.toMillis());
        }
    }

    private List<Step> steps() {
        return List.of(
                approval("项目赋码 Project code assigned", () -> assigned(PROJECT)),
                approval("同一项目再报 The same project told again", () -> assigned(PROJECT)),
                approval("用地规划许可办结 Stage 1 is passed", () -> event("project.updated", landPermit())),
                approval("项目代码有误 A mistyped project code", () -> assigned(MISTYPED)),
                approval("工程规划许可受理 Stage 2 has begun", () -> event("project.updated", worksPermit())),
                grid("供电公司查询线索 Grid looks the lead up", Story::lookup),
                grid("供电公司预判施工用电的审批路径 Grid asks which path the building site's supply takes", Story::preview));
    }

    private Step approval(String telling, Supplier<Letter> letter) {
        return new Step(telling, approval.desk(), letter);
    }

    private Step grid(String telling, Supplier<Letter> letter) {
        return new Step(telling, grid.desk(), letter);
    }

    private Letter assigned(String code) {
        return event("project.code-assigned", project(code));
    }

    private static Letter lookup() {
        return Letter.query("lead.lookup", Json.object().put("projectCode", PROJECT))
                .about(PROJECT)
                .because("supply application");
    }

    private static Letter preview() {
        ObjectNode question = Json.object().put("regionCode", "410105");
        question.set("works", siteSupply());
        return Letter.query("permit.preview", question).about(PROJECT);
    }

    private static Letter event(String service, ObjectNode payload) {
        return Letter.event(service, payload).about(payload.path("projectCode").asText());
    }

    private ObjectNode project(String code) {
        ObjectNode project = Json.object()
                .put("projectCode", code)
                .put("projectName", "中原·金水科创园一期")
                .put("regionCode", "410105");
        project.set("owner", owner());
        project.set("site", site());
        project.put("assignedAt", now())
                .put("industryCode", "K7010")
                .put("investment10k", 86000)
                .put("plannedStart", today().plusMonths(4).toString())
                .put("plannedFinish", today().plusMonths(30).toString());
        project.set("demand", demand());
        project.putArray("documents")
                .addObject()
                .put("type", "filing-certificate")
                .put("name", "河南省企业投资项目备案证明");
        return project;
    }

    private static ObjectNode owner() {
        return Json.object()
                .put("kind", "enterprise")
                .put("name", "河南中原置业有限公司")
                .put("idType", "001")
                .put("idNo", "91410100MA7K3D2F5N")
                .put("phone", "13700000371");
    }

    private static ObjectNode site() {
        return Json.object()
                .put("regionCode", "410105")
                .put("address", "河南省郑州市金水区杨金路与鸿宝路交叉口东北角")
                .put("lon", 113.7316)
                .put("lat", 34.8325);
    }

    private static ObjectNode demand() {
        return Json.object()
                .put("capacityKw", 12000)
                .put("voltageKv", 10)
                .put("supplies", 2)
                .put("water", true)
                .put("gas", true)
                .put("broadband", true);
    }

    /** 施工用电, for the time of building: a line along the road and through its greenery. */
    private static ObjectNode siteSupply() {
        ObjectNode works = Json.object()
                .put("voltageKv", 10)
                .put("capacityKw", 800)
                .put("customerClass", "hv")
                .put("lineLengthM", 260)
                .put("threeZero", false)
                .put("interestedParties", false)
                .put("affectsTraffic", false);
        works.putArray("crossings").add("urban-road").add("greenery");
        return works;
    }

    private ObjectNode landPermit() {
        return update(1, "建设用地规划许可证核发", "11").put("documentNo", "地字第4101052026GG0117号");
    }

    private ObjectNode worksPermit() {
        return update(2, "建设工程规划许可证核发", "3");
    }

    private ObjectNode update(int stage, String item, String status) {
        return Json.object()
                .put("projectCode", PROJECT)
                .put("stage", stage)
                .put("item", item)
                .put("status", status)
                .put("at", now());
    }

    private String now() {
        return time(clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }

    /** How an office writes the time: Beijing's, to the second. */
    static String time(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").format(at.atZone(CHINA));
    }
}
