package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What departments say of their tasks: in its order it is taken, out of it refused with both states, the case untouched. */
class WordsOfDepartmentsTest extends WithCounties {

    private static final List<String> OTHERS = List.of("municipal", "greening", "traffic-police");

    private ObjectNode filing;

    @BeforeEach
    void file() {
        jinshui();
        filing = filing(JINSHUI, Works.toThePlot());
        accepted(file(filing));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        8 | 已派发 | 8 部门开始办理
        11 | 已派发 | 11 办结（通过）
        7 | 已派发 | 7 补正（结束）
        15 | 已派发 | 15 撤销
        """)
    void refusesAWordBeforeItsTime(String status, String before, String after) {
        Reply reply = says("planning", status);

        assertViolated(reply, "/status", before);
        assertViolated(reply, "/status", after);
        assertThat(events()).doesNotContain("status");
    }

    @Test
    void saysAllThatMayComeFirst() {
        assertViolated(says("planning", "8"), "/status", "此后可为：1 已接件、2 已撤件、3 已受理、4 不受理、5 不予受理、6 补正（开始）");
        goes("planning", filing, "1");
        assertViolated(says("planning", "8"), "/status", "此后可为：2 已撤件、3 已受理");
    }

    @Test
    void refusesToGoBack() {
        goes("planning", filing, "1", "3", "8");

        assertViolated(says("planning", "3"), "/status", "任务现为“8 部门开始办理”，不能变为“3 已受理”");
        assertViolated(says("planning", "6"), "/status", "此后可为：9 特别程序（开始）");
    }

    @Test
    void takesTheSameWordTwiceAsOnce() {
        goes("planning", filing, "1");
        long before = events().size();

        accepted(says("planning", "1"));

        assertThat(events()).hasSize((int) before);
    }

    @Test
    void refusesToContradictWhatWasDecided() {
        goes("planning", filing, "3", "8");
        accepted(
                decide("planning", JINSHUI, said(task("planning", filing), "11").put("documentNo", "建字第1号")));

        assertViolated(says("planning", "13"), "/status", "任务现为“11 办结（通过）”，不能变为“13 办结（不通过）”");
        Reply other =
                decide("planning", JINSHUI, said(task("planning", filing), "11").put("documentNo", "建字第2号"));
        assertViolated(other, "/status", "与前次不同");
    }

    /** The document is written a little later than the decision. What was said stands, and since when. */
    @Test
    void addsADocumentToWhatWasDecided() {
        goes("planning", filing, "3", "8", "11");
        String since = told("planning", "since");
        String at = told("planning", "at");
        long decided = decisions();
        ObjectNode said = said(task("planning", filing), "11")
                .put("documentNo", "建字第1号")
                .put("at", CLOCK.instant().minus(Duration.ofDays(2)).toString());
        accepted(decide("planning", JINSHUI, said));

        assertThat(told("planning", "documentNo")).isEqualTo("建字第1号");
        assertThat(told("planning", "since")).isEqualTo(since);
        assertThat(told("planning", "at")).isEqualTo(at);
        assertThat(decisions()).isEqualTo(decided);
        assertThat(events()).contains("documented");
        assertThat(timeline(filing).stream().filter(each -> each.what().equals("documented")))
                .noneMatch(Event::isMeasured);
        assertViolated(decide("planning", JINSHUI, said.deepCopy().put("documentNo", "建字第2号")), "/status", "与前次不同");
        assertViolated(decide("planning", JINSHUI, said.deepCopy().put("opinion", "另有意见")), "/status", "与前次不同");
    }

    @Test
    void givesTheResultAgainWithADocumentThatCameLater() {
        OTHERS.forEach(each -> goes(each, filing, "3", "8", "11"));
        goes("planning", filing, "3", "8", "11");
        JsonNode first = results(filing, 1).get(0);
        ObjectNode said = said(task("planning", filing), "11").put("documentNo", "建字第1号");
        accepted(decide("planning", JINSHUI, said));

        JsonNode again = results(filing, 2).get(1);
        assertThat(again.path("outcome").asText()).isEqualTo("approved");
        assertThat(again.at("/tasks/0/documentNo").asText()).isEqualTo("建字第1号");
        assertThat(again.path("supersedes")).isEqualTo(first.at("/certificate/number"));
    }

    /** Its file too. Another file under a name that is known is another word. */
    @Test
    void addsTheFileOfALicence() {
        goes("planning", filing, "3", "8");
        ObjectNode said = said(task("planning", filing), "11");
        ObjectNode licence =
                said.putObject("licence").put("identifier", LICENCE).put("number", "GG0117");
        accepted(decide("planning", JINSHUI, said));
        licence.put("part", "licence");
        accepted(decideWith(said, "电子证照"));
        assertThat(fileOf("planning").path("length").asInt()).isEqualTo(12);

        accepted(decideWith(said, "电子证照"));
        assertViolated(decideWith(said, "另一份文件"), "/status", "与前次不同");
        assertViolated(decideWith(said.put("documentNo", "建字第1号"), "另一份文件"), "/status", "与前次不同");
        accepted(decideWith(said, "电子证照"));
        assertThat(told("planning", "documentNo")).isEqualTo("建字第1号");
        assertThat(fileOf("planning").path("length").asInt()).isEqualTo(12);
    }

    private static Reply decideWith(ObjectNode said, String file) {
        return post(event("planning." + JINSHUI, "permit.decided", said)
                .pieces(Piece.json(said), Piece.text("licence", file)));
    }

    @Test
    void addsNothingToWhatIsNotDecided() {
        goes("planning", filing, "3");
        ObjectNode said = said(task("planning", filing), "3").put("documentNo", "建字第1号");

        assertViolated(decide("planning", JINSHUI, said), "/status", "与前次不同");
    }

    private long decisions() {
        return events().stream().filter("status"::equals).count();
    }

    private String told(String department, String member) {
        return task(department).path(member).asText();
    }

    private JsonNode fileOf(String department) {
        return task(department).path("file");
    }

    private JsonNode task(String department) {
        String number = task(department, filing);
        return bean(Cases.class)
                .find(caseNo(filing))
                .flatMap(file -> new PermitCase(file).task(number))
                .orElseThrow()
                .told();
    }

    @Test
    void refusesTheWordOfAnotherDepartment() {
        Reply reply = decide("greening", JINSHUI, said(task("planning", filing), "3"));

        assertThat(reply.status() + " " + reply.code()).isEqualTo("403 not-permitted");
        assertThat(events()).doesNotContain("status");
    }

    @Test
    void refusesAWordOfATaskThatIsNotThere() {
        assertViolated(decide("planning", JINSHUI, said("P410105-261121-999999-1", "3")), "/taskNo", "没有");
        assertViolated(decide("planning", JINSHUI, said("x", "3")), "/taskNo", "没有");
        assertViolated(decide("planning", JINSHUI, said(task("planning", filing) + "9", "3")), "/taskNo", "没有");
    }

    @Test
    void refusesAStatusBeyondTheFifteenAndALicenceWithAWrongCheckCharacter() {
        assertViolated(says("planning", "16"), "/status", "");
        assertViolated(says("planning", "0"), "/status", "");
        ObjectNode said = said(task("planning", filing), "3");
        said.putObject("licence")
                .put("identifier", "1.2.156.3005.2.11100000MB03271699001.11341000MB1T00025W.20260000123.001.1")
                .put("number", "1");
        assertViolated(decide("planning", JINSHUI, said), "/licence/identifier", "");
        assertThat(events()).doesNotContain("status");
    }

    @Test
    void passesOnThePapersThatADepartmentAskedFor() {
        goes("greening", filing, "1");
        ObjectNode asks = said(task("greening", filing), "6").put("opinion", "缺交通疏解方案");
        asks.putArray("documentsAsked").add("traffic-plan");
        accepted(decide("greening", JINSHUI, asks));

        ObjectNode papers = Plots.object()
                .put("filingNo", filing.path("filingNo").asText())
                .put("taskNo", task("greening", filing));
        papers.putArray("documents")
                .addObject()
                .put("type", "traffic-plan")
                .put("name", "交通疏解方案")
                .put("part", "plan");
        accepted(post(event("grid." + JINSHUI, "permit.supplemented", papers)
                .pieces(Piece.json(papers), Piece.text("plan", "夜间施工"))));

        assertThat(told(department("greening", JINSHUI), "permit.supplemented", filing, 1))
                .hasSize(1);
        assertThat(department("greening", JINSHUI).visits().stream()
                        .filter(visit -> visit.path().endsWith("permit.supplemented"))
                        .reduce((one, other) -> other)
                        .orElseThrow()
                        .originManifest())
                .isNotNull();
        goes("greening", filing, "7", "3", "8", "11");
        await().untilAsserted(() -> assertThat(heard(task("greening", filing), JINSHUI))
                .as("the filer hears each word as it was signed")
                .containsExactly("1", "6", "7", "3", "8", "11"));
    }

    @Test
    void refusesPapersThatNobodyAskedFor() {
        ObjectNode papers = Plots.object()
                .put("filingNo", filing.path("filingNo").asText())
                .put("taskNo", task("greening", filing));
        papers.putArray("documents").addObject().put("type", "traffic-plan").put("name", "交通疏解方案");

        assertViolated(post(event("grid." + JINSHUI, "permit.supplemented", papers)), "/taskNo", "没有要求补正");
    }

    @Test
    void refusesToAskForMoreThanTheListAndKeepsThatItWasAsked() {
        Instant at = CLOCK.instant().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        ObjectNode asks = said(task("greening", filing), "6").put("at", at.toString());
        asks.putArray("documentsAsked").add("traffic-plan").add("tax-clearance");

        Reply reply = decide("greening", JINSHUI, asks);
        decide("greening", JINSHUI, asks);

        assertViolated(reply, "/documentsAsked/1", "NAT-M6");
        assertThat(events()).contains("demanded").doesNotContain("status");
        assertThat(database()
                        .sql("SELECT entry FROM case_event WHERE case_no = ? AND what = 'demanded'")
                        .param(caseNo(filing))
                        .query(String.class)
                        .single())
                .isEqualTo(reply.header("DQ-Entry"));
        assertThat(timeline(filing))
                .filteredOn(event -> event.what().equals("demanded"))
                .extracting(Event::claimed)
                .containsExactly(at);
    }

    /** A line that is not laid yet has no records of its laying. Of what comes after the works only Shandong's texts speak. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "builder-qualification",
                "concealed-works",
                "completion-report",
                "completion-survey",
                "construction-information"
            })
    void refusesToAskForPapersOfALaterStage(String paper) {
        ObjectNode asks = said(task("greening", filing), "6");
        asks.putArray("documentsAsked").add("project-approval").add("design").add(paper);

        Reply reply = decide("greening", JINSHUI, asks);

        assertViolated(reply, "/documentsAsked/2", "NAT-M6");
        assertThat(reply.json().path("errors")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"project-approval", "designer-qualification", "design"})
    void refusesToAskForPapersOfAnotherClass(String paper) {
        ObjectNode works =
                Works.toThePlot().put("voltageKv", 0.4).put("capacityKw", 200).put("customerClass", "lv-nonresident");
        ObjectNode ofLowVoltage = filing(JINSHUI, works);
        accepted(file(ofLowVoltage));
        ObjectNode asks = said(task("greening", ofLowVoltage), "6");
        asks.putArray("documentsAsked").add("property-proof").add(paper);

        Reply reply = decide("greening", JINSHUI, asks);

        assertViolated(reply, "/documentsAsked/1", "NAT-M6");
        assertThat(reply.json().path("errors")).hasSize(1);
    }

    @Test
    void rejectsWhereOneDepartmentDoesAndWaitsForTheOthers() {
        goes("planning", filing, "3", "8", "13");
        assertThat(state(filing)).isEqualTo("deciding");
        OTHERS.forEach(each -> goes(each, filing, "3", "8", "11"));

        JsonNode result = results(filing, 1).get(0);
        assertThat(result.path("outcome").asText()).isEqualTo("rejected");
        assertThat(result.at("/tasks/0/status").asText()).isEqualTo("13");
    }

    @Test
    void tellsAgainWhenWhatWasGivenIsRevoked() {
        goes("planning", filing, "3", "8", "11");
        OTHERS.forEach(each -> goes(each, filing, "3", "8", "11"));
        String certificate = results(filing, 1).get(0).at("/certificate/number").asText();

        goes("planning", filing, "15");

        JsonNode again = results(filing, 2).get(1);
        assertThat(again.path("outcome").asText()).isEqualTo("revoked");
        assertThat(again.path("supersedes").asText()).isEqualTo(certificate);
        assertThat(database()
                        .sql("SELECT revoked_at IS NOT NULL FROM certificate WHERE identifier = ?")
                        .param(certificate)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** The certificate went with the first of them. */
    @Test
    void supersedesNothingWhenAnotherDepartmentRevokesToo() {
        goes("planning", filing, "3", "8", "11");
        OTHERS.forEach(each -> goes(each, filing, "3", "8", "11"));
        goes("planning", filing, "15");
        String certificate = results(filing, 2).get(1).path("supersedes").asText();

        goes("greening", filing, "15");

        JsonNode again = results(filing, 3).get(2);
        assertThat(certificate).isNotEmpty();
        assertThat(again.path("outcome").asText()).isEqualTo("revoked");
        assertThat(again.has("supersedes")).isFalse();
    }

    @Test
    void takesAFilingBackWhileNothingIsDecidedAndTellsWhoeverWorksOnIt() {
        goes("planning", filing, "3", "8");
        ObjectNode withdrawal =
                Plots.object().put("filingNo", filing.path("filingNo").asText()).put("reason", "改线");
        accepted(post(event("grid." + JINSHUI, "permit.withdrawn", withdrawal)));

        assertThat(state(filing)).isEqualTo("withdrawn");
        assertThat(told(department("planning", JINSHUI), "permit.withdrawn", filing, 1))
                .hasSize(1);
        assertViolated(says("planning", "11"), "/status", "申报已由申报单位撤回，任务现为“8 部门开始办理”，不能变为“11 办结（通过）”；此后可为：2 已撤件、14 撤回");
        goes("planning", filing, "14");
        assertThat(told(grid(JINSHUI), "permit.result", filing)).isEmpty();
    }

    /** However far a department was: it puts the task aside. */
    @ParameterizedTest
    @CsvSource({"'',2", "1,2", "3,14", "'1 6',2", "'3 8 9',14", "'3 8',14"})
    void isToldByEveryDepartmentThatAWithdrawnTaskIsPutAside(String before, String after) {
        if (!before.isEmpty()) {
            goes("planning", filing, before.split(" "));
        }
        ObjectNode withdrawal =
                Plots.object().put("filingNo", filing.path("filingNo").asText()).put("reason", "改线");
        accepted(post(event("grid." + JINSHUI, "permit.withdrawn", withdrawal)));

        goes("planning", filing, after);
        assertViolated(says("planning", "8"), "/status", "申报已由申报单位撤回，任务现为“" + after + " ");
        assertViolated(says("planning", "8"), "/status", "不能变为“8 部门开始办理”；此后可为：无，任务已终结");
        assertThat(state(filing)).isEqualTo("withdrawn");
    }

    @Test
    void doesNotTakeBackWhatHasItsResult() {
        goes("planning", filing, "3", "8", "11");
        OTHERS.forEach(each -> goes(each, filing, "3", "8", "11"));
        ObjectNode withdrawal =
                Plots.object().put("filingNo", filing.path("filingNo").asText()).put("reason", "改线");

        assertViolated(post(event("grid." + JINSHUI, "permit.withdrawn", withdrawal)), "/filingNo", "approved");
    }

    @Test
    void standsStillWhilePapersAreAskedForAndRunsFromAcceptance() {
        goes("greening", filing, "1", "6");
        assertThat(stops()).endsWith("/");
        goes("greening", filing, "7");
        assertThat(stops()).doesNotEndWith("/").contains("/");
        goes("greening", filing, "3");
        assertThat(stops()).isEmpty();
        goes("greening", filing, "8", "9");
        assertThat(stops()).endsWith("/");
        goes("greening", filing, "10", "8", "11");
        assertThat(database()
                        .sql("SELECT met_at IS NOT NULL FROM deadline WHERE about = ?")
                        .param(task("greening", filing))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void pushesTheCompletionToAllDepartmentsThatHadTheFiling() {
        ObjectNode completed = completed(CLOCK.instant().toString());
        assertViolated(post(event("grid." + JINSHUI, "works.completed", completed)), "/filingNo", "deciding");
        goes("planning", filing, "3", "8", "11");
        OTHERS.forEach(each -> goes(each, filing, "3", "8", "11"));
        completed
                .putArray("documents")
                .addObject()
                .put("type", "completion-survey")
                .put("name", "竣工测量");

        accepted(post(event("grid." + JINSHUI, "works.completed", completed)));

        for (String department : List.of("planning", "municipal", "greening", "traffic-police")) {
            assertThat(told(department(department, JINSHUI), "works.completed", filing, 1))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-06-01T00:00:00Z", "9999-12-31T23:59:59-08:00", "2026-11-20"})
    void refusesATimeThatNobodyCanKeep(String at) {
        assertViolated(
                decide("planning", JINSHUI, said(task("planning", filing), "3").put("at", at)), "/at", "带时区的时间");
        assertViolated(post(event("grid." + JINSHUI, "works.completed", completed(at))), "/completedAt", "带时区的时间");
        assertThat(events()).doesNotContain("status", "completed");
    }

    /** An older word, word for word, is a repeat; it does not begin anything anew. */
    @Test
    void takesAnOldWordAgainAsTheRepeatThatItIs() {
        goes("planning", filing, "3", "8");
        ObjectNode special = said(task("planning", filing), "9").put("opinion", "专家评审");
        accepted(decide("planning", JINSHUI, special));
        goes("planning", filing, "10", "8");

        accepted(decide("planning", JINSHUI, special));

        goes("planning", filing, "11");
    }

    /** An office that writes days. */
    @Test
    void takesAWordThatFollowsThoughItWasSaidBeforeOnThatDay() {
        List<String> words = List.of("3", "8", "9", "10", "8", "9", "10", "8", "11");
        for (String word : words) {
            accepted(decide(
                    "planning",
                    JINSHUI,
                    said(task("planning", filing), word).put("at", "2026-11-20T00:00:00.000+08:00")));
        }
        assertThat(events().stream().filter("status"::equals)).hasSameSizeAs(words);
    }

    private ObjectNode completed(String at) {
        ObjectNode completed =
                Plots.object().put("filingNo", filing.path("filingNo").asText()).put("completedAt", at);
        completed.putArray("documents");
        return completed;
    }

    private Reply says(String department, String status) {
        return decide(department, JINSHUI, said(task(department, filing), status));
    }

    private String stops() {
        return database()
                .sql("SELECT stops FROM deadline WHERE about = ?")
                .param(task("greening", filing))
                .query(String.class)
                .single();
    }

    private List<String> events() {
        return timeline(filing).stream().map(Event::what).toList();
    }
}
