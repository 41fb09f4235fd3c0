package org.dianqiao.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dianqiao.casework.Casefile.Kind;
import org.junit.jupiter.api.Test;

/** What timelines show, each of them written by hand: when it was told (our time), and when it is said to have been. */
class FindingsTest {

    private static final Instant DAY = Instant.parse("2026-11-02T01:00:00Z");

    private final Findings findings = new Findings(new FindingSettings(Duration.ofHours(24)));
    private final List<Event> timeline = new ArrayList<>();

    @Test
    void findNothingInAnHonestTimeline() {
        applied(0);
        stages(24, "accepted", "scheme-answered", "design-reviewed", "customer-works", "mid-inspected");
        stages(240, "grid-works", "completion-inspected", "contract-signed", "connected", "archived", "called-back");
        assertThat(found()).isEmpty();
    }

    @Test
    void allowADayBetweenAClaimAndItsReceipt() {
        applied(0);
        stage("accepted", "finished", 30, 6);
        assertThat(found()).isEmpty();
        timeline.add(stage("scheme-answered", "finished", at(60), at(36).minusSeconds(1)));
        assertThat(found()).containsExactly("claimed-before-received scheme-answered [3]");
    }

    @Test
    void measureEveryClaimAlsoOfDepartments() {
        timeline.add(status("T1", "3", 72, 2));
        assertThat(found()).containsExactly("claimed-before-received T1 [1]");
    }

    /** Papers of finished works have months; what was refused is told again. */
    @Test
    void doNotMeasureACompletionNorWhatWasRefused() {
        timeline.add(status("T1", "1", 1, 1));
        for (int claimed : List.of(2000, 1000)) {
            timeline.add(new Event(at(2000), at(claimed), "completed", null, "g", "e", null, Event.nothingMore()));
            timeline.add(new Event(at(2000), at(claimed), "demanded", "T1", "b", "e", null, Event.nothingMore()));
        }
        assertThat(found()).containsExactly("beyond-the-list T1 [3]", "beyond-the-list T1 [5]");
    }

    @Test
    void doNotBelieveWorksWithinTheHour() {
        applied(0);
        stage("scheme-answered", "finished", 1, 1);
        stage("grid-works", "started", 2, 2);
        timeline.add(stage("grid-works", "finished", at(2).plusSeconds(3599), at(2).plusSeconds(3599)));
        assertThat(found()).containsExactly("back-filled grid-works [3, 4]");
    }

    @Test
    void believeWorksOfAnHour() {
        applied(0);
        stage("scheme-answered", "finished", 1, 1);
        stage("grid-works", "started", 2, 2);
        stage("grid-works", "finished", 3, 3);
        assertThat(found()).isEmpty();
    }

    @Test
    void seeABurstOfWhatIsSaidToLieDaysApart() {
        applied(0);
        stage("accepted", "finished", 49, 1);
        stage("scheme-answered", "finished", 49, 30);
        stage("design-reviewed", "finished", 49, 49);
        assertThat(found()).contains("back-filled design-reviewed [2, 3, 4]");
    }

    @Test
    void seeNoBurstInTwoStagesNorInThreeOfOneDay() {
        applied(0);
        stage("accepted", "finished", 49, 1);
        stage("scheme-answered", "finished", 49, 49);
        stage("design-reviewed", "finished", 50, 50);
        assertThat(found())
                .doesNotContain("back-filled design-reviewed [2, 3, 4]")
                .noneMatch(each -> each.startsWith("back"));
        timeline.clear();
        applied(0);
        stage("accepted", "finished", 20, 1);
        stage("scheme-answered", "finished", 20, 8);
        stage("design-reviewed", "finished", 20, 20);
        assertThat(found()).isEmpty();
    }

    @Test
    void seeABurstOfStagesThatTakeDaysWhateverTimesAreClaimed() {
        applied(0);
        burst(20, 0, "accepted", "scheme-answered", "design-reviewed", "mid-inspected", "customer-works", "grid-works");
        assertThat(found()).containsExactly("back-filled mid-inspected [2, 3, 4, 5]");
        assertThat(findings.of(file(true), timeline).get(0).sentence().zh()).contains("6 个环节", "一分钟内");
        timeline.clear();
        applied(0);
        burst(17, 4, "scheme-answered", "customer-works", "grid-works", "completion-inspected", "connected");
        assertThat(found()).containsExactly("back-filled completion-inspected [2, 3, 4, 5]");
    }

    @Test
    void seeABurstOfAllTheWayFromAcceptanceToPower() {
        applied(0);
        burst(20, 0, "accepted", "contract-signed", "connected");
        assertThat(found()).isEmpty();
        burst(20, 0, "called-back");
        assertThat(found()).containsExactly("back-filled called-back [2, 3, 4, 5]");
    }

    @Test
    void seeNoBurstWhereAClerkCatchesUpOnTheLastTwoDays() {
        applied(0);
        burst(20, 12, "accepted", "scheme-answered");
        burst(60, 12, "mid-inspected", "customer-works", "grid-works");
        burst(90, 1, "completion-inspected", "contract-signed", "connected", "archived", "called-back");
        assertThat(found()).isEmpty();
    }

    @Test
    void seeABurstOfADepartment() {
        timeline.add(status("T1", "3", 50, 1));
        timeline.add(status("T1", "8", 50, 26));
        timeline.add(status("T2", "3", 50, 50));
        assertThat(found()).noneMatch(each -> each.startsWith("back-filled"));
        timeline.add(status("T1", "11", 50, 50));
        assertThat(found()).contains("back-filled T1 [1, 2, 4]");
    }

    @Test
    void seeWhatIsToldBehindWhatComesAfterIt() {
        applied(0);
        stage("scheme-answered", "finished", 1, 1);
        stage("completion-inspected", "started", 2, 2);
        stage("design-reviewed", "started", 3, 3);
        assertThat(found()).containsExactly("out-of-order design-reviewed [3, 4]");
    }

    @Test
    void letWorksGoOnWhileWhatFollowsHasBegun() {
        applied(0);
        stage("scheme-answered", "finished", 1, 1);
        stage("customer-works", "started", 2, 2);
        stage("completion-inspected", "started", 5, 5);
        stage("customer-works", "finished", 6, 6);
        assertThat(found()).isEmpty();
        stage("completion-inspected", "finished", 7, 7);
        timeline.add(4, timeline.remove(5));
        assertThat(found()).contains("out-of-order customer-works [5, 6]");
    }

    @Test
    void letSideBySideBeSideBySide() {
        applied(0);
        stage("contract-signed", "finished", 1, 1);
        stage("scheme-answered", "finished", 2, 2);
        stage("grid-works", "started", 3, 3);
        stage("customer-works", "started", 4, 4);
        stage("mid-inspected", "finished", 5, 5);
        assertThat(found()).isEmpty();
    }

    @Test
    void missASchemeWhereTheClassHasOne() {
        applied(0);
        stage("connected", "finished", 1, 1);
        assertThat(found(true, "scheme-answered", "connected")).containsExactly("out-of-order connected [2]");
        assertThat(found(true, "accepted", "connected")).isEmpty();
    }

    @Test
    void seeClaimsThatRunBackwards() {
        applied(10);
        stage("accepted", "finished", 11, 9);
        assertThat(found()).containsExactly("out-of-order accepted [1, 2]");
        timeline.clear();
        timeline.add(status("T1", "3", 20, 10));
        timeline.add(status("T1", "8", 21, 9));
        assertThat(found()).containsExactly("out-of-order T1 [1, 2]");
        timeline.clear();
        timeline.add(status("T1", "3", 20, 10));
        timeline.add(new Event(at(21), at(10).minusSeconds(299), "status", "T1", "b", "e", null, told("status", "8")));
        assertThat(found()).as("clocks differ").isEmpty();
    }

    @Test
    void wantAReasonForEveryStop() {
        applied(0);
        stage("accepted", "paused", 1, 1);
        stage("accepted", "resumed", 2, 2);
        timeline.add(status("T1", "6", 3, 3));
        timeline.add(status("T1", "7", 4, 4));
        assertThat(found())
                .containsExactly("clock-stopped-without-reason accepted [2]", "clock-stopped-without-reason T1 [4]");
        timeline.replaceAll(event -> with(event, "reason", "客户要求"));
        timeline.replaceAll(event -> with(event, "opinion", "缺交通疏解方案"));
        assertThat(found()).isEmpty();
    }

    @Test
    void takeTheListOfPapersForAReason() {
        Event asked = status("T1", "6", 3, 3);
        asked.told().putArray("documentsAsked").add("traffic-plan");
        timeline.add(asked);
        assertThat(found()).isEmpty();
        asked.told().putArray("documentsAsked");
        assertThat(found()).containsExactly("clock-stopped-without-reason T1 [1]");
    }

    @Test
    void wantAnEndForEveryStop() {
        applied(0);
        timeline.add(with(stage("accepted", "paused", at(1), at(1)), "reason", "客户要求"));
        assertThat(found()).isEmpty();
        assertThat(found(false)).containsExactly("clock-stopped-without-reason accepted [2]");
        stage("accepted", "finished", 5, 5);
        assertThat(found()).containsExactly("clock-stopped-without-reason accepted [2, 3]");
    }

    @Test
    void wantTheCustomersWorksToEnd() {
        applied(0);
        stage("customer-works", "started", 1, 1);
        assertThat(found()).isEmpty();
        assertThat(found(false)).containsExactly("clock-stopped-without-reason customer-works [2]");
        stage("customer-works", "finished", 5, 5);
        assertThat(found(false)).isEmpty();
    }

    @Test
    void sayWhatWasSeenWhenItHappened() {
        timeline.add(new Event(at(0), null, "off-system", "connected", Event.OURS, "e", null, told("a", "b")));
        ObjectNode rerun = told("earlier", "YK-1").put("percent", 90);
        timeline.add(new Event(at(0), null, "re-run", null, Event.OURS, "e", null, rerun));
        ObjectNode demand = told("rule", "NAT-M6");
        demand.putArray("documents").add("identity-of-neighbours");
        timeline.add(new Event(at(0), null, "demanded", "T1", "greening.zhengzhou", "e", null, demand));
        ObjectNode late = told("began", "2026-10-30").put("limit", "5 WD");
        timeline.add(new Event(at(0), null, "accepted-late", "T1", Event.OURS, "e", null, late));
        assertThat(found())
                .containsExactly(
                        "off-system connected [1]",
                        "re-run null [2]",
                        "beyond-the-list T1 [3]",
                        "accepted-late T1 [4]");
        assertThat(findings.of(file(true), timeline))
                .extracting(finding -> finding.sentence().zh())
                .anySatisfy(sentence -> assertThat(sentence).contains("YK-1", "90%"))
                .anySatisfy(sentence -> assertThat(sentence).contains("identity-of-neighbours", "NAT-M6"))
                .anySatisfy(sentence -> assertThat(sentence).contains("2026-10-30", "5 个工作日"));
    }

    /** Whatever partners say in whatever order: no finding without its sentence, none that points outside. */
    @Property
    void pointAtEventsOfTheTimeline(@ForAll @Size(max = 12) List<@IntRange(max = 131) Integer> told) {
        List<Event> events = new ArrayList<>();
        List<String> states = List.of("started", "finished", "paused", "resumed");
        for (int i = 0; i < told.size(); i++) {
            String stage = Stage.values()[told.get(i) % 11].written();
            events.add(stage(stage, states.get(told.get(i) / 11 % 4), at(i), at(told.get(i) - 60)));
        }
        for (Finding finding : findings.of(file(told.size() % 2 == 0), events)) {
            assertThat(finding.events()).isNotEmpty().isSorted().allMatch(no -> no >= 1 && no <= events.size());
            assertThat(finding.sentence().zh()).endsWith("。");
            assertThat(finding.sentence().en()).endsWith(".").doesNotContain("null");
        }
    }

    /** What was found once stays found, whatever is told afterwards. */
    @Property
    void neverTakeAFindingBack(@ForAll @Size(max = 10) List<@IntRange(max = 43) Integer> told) {
        List<Event> events = new ArrayList<>();
        List<String> states = List.of("started", "finished", "paused", "resumed");
        List<String> before = List.of();
        for (int i = 0; i < told.size(); i++) {
            events.add(stage(
                    Stage.values()[told.get(i) % 11].written(), states.get(told.get(i) / 11), at(3 * i), at(3 * i)));
            List<String> now = findings.of(file(true), events).stream()
                    .map(finding -> finding.kind() + " " + finding.shownBy())
                    .toList();
            assertThat(now).containsAll(before);
            before = now;
        }
    }

    private List<String> found() {
        return found(true);
    }

    private List<String> found(boolean open, String... stages) {
        return findings.of(file(open, stages), timeline).stream()
                .map(finding -> finding.kind().written() + " " + finding.about() + " " + finding.events())
                .toList();
    }

    private static Casefile file(boolean open, String... stages) {
        ObjectNode told = Event.nothingMore();
        Arrays.stream(stages).forEach(told.withArray("stages")::add);
        return new Casefile("S1", Kind.SUPPLY, "g", "1", "410105", "g", "S1", null, "accepted", open, DAY, told, null);
    }

    private void applied(int hour) {
        timeline.add(new Event(at(hour), at(hour), "applied", null, "c", "e", null, Event.nothingMore()));
    }

    /** Started and finished a day apart, one after the other. */
    private void stages(int hour, String... stages) {
        IntStream.range(0, stages.length).forEach(i -> {
            stage(stages[i], "started", hour + 24 * i, hour + 24 * i);
            stage(stages[i], "finished", hour + 24 * i + 20, hour + 24 * i + 20);
        });
    }

    /** Told at once as finished, with claims that lie so many hours apart; the last is said to be finished just now. */
    private void burst(int hour, int apart, String... stages) {
        IntStream.range(0, stages.length)
                .forEach(i -> stage(stages[i], "finished", hour, hour - apart * (stages.length - 1 - i)));
    }

    private void stage(String stage, String state, int hour, int claimed) {
        timeline.add(stage(stage, state, at(hour), at(claimed)));
    }

    private static Event stage(String stage, String state, Instant at, Instant claimed) {
        return new Event(at, claimed, "stage", stage, "g", "e", null, told("state", state));
    }

    private static Event status(String task, String status, int hour, int claimed) {
        return new Event(at(hour), at(claimed), "status", task, "b", "e", null, told("status", status));
    }

    private static Event with(Event event, String member, String text) {
        event.told().put(member, text);
        return event;
    }

    private static ObjectNode told(String member, String text) {
        return Event.nothingMore().put(member, text);
    }

    private static Instant at(int hour) {
        return DAY.plus(Duration.ofHours(hour));
    }
}
