package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.dianqiao.Draft;
import org.dianqiao.Parcel;
import org.dianqiao.Reply;
import org.dianqiao.casework.Event;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of the word that works are finished, whichever path they took. */
class CompletedWorksTest extends WithCounties {

    private static final String PINGYIN = "370124";
    private static final String WEIDONG = "410403";

    @BeforeAll
    static void open() {
        departments(PINGYIN, "municipal", "greening");
        departments(WEIDONG, "planning", "municipal", "greening", "traffic-police");
    }

    /** Papers have three months: whoever tells of it after one was not late. */
    @Test
    void keepTheTimeAtWhichTheyAreSaidToBeFinished() {
        ObjectNode filing = committed();
        filedDaysAgo(filing, 31);
        Instant finished = CLOCK.instant().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);

        accepted(post(completed(filing, finished)));

        Event told = happened(filing, "completed");
        assertThat(told.claimed()).isEqualTo(finished);
        assertThat(told.at()).isAfter(finished.plus(Duration.ofDays(29)));
        assertThat(findings(filing)).isZero();
    }

    @Test
    void areToldOfTooWhereNoEndWasPlanned() {
        ObjectNode filing = committed();
        results(filing, 1);
        assertThat(isOpen(filing)).isFalse();
        assertThat(owed(filing)).isEmpty();

        accepted(post(completed(filing, CLOCK.instant(), "construction-information")));

        for (String department : List.of("municipal", "greening")) {
            assertThat(told(department(department, PINGYIN), "works.completed", filing, 1))
                    .extracting(letter -> letter.at("/documents/0/type").asText())
                    .containsExactly("construction-information");
        }
        assertThat(isOpen(filing)).isFalse();
        assertThat(owed(filing)).isEmpty();
    }

    /** Nobody had to be asked; but the road and the greenery have owners. */
    @Test
    void areToldOfToTheOwnersOfWhatAnExemptLineCrosses() {
        ObjectNode filing = filing(WEIDONG, exemptInHenan());
        accepted(file(filing));

        accepted(post(completed(filing, CLOCK.instant())));

        for (String owner : List.of("municipal", "greening", "traffic-police")) {
            assertThat(told(department(owner, WEIDONG), "works.completed", filing, 1))
                    .hasSize(1);
        }
        assertThat(told(department("planning", WEIDONG), "works.completed", filing))
                .isEmpty();
        assertThat(timeline(filing)).extracting(Event::what).doesNotContain("unreceived");
    }

    @Test
    void areAnOperatorsMatterWhereNobodyCanBeTold() {
        ObjectNode works = Works.toTheBakery();
        works.putArray("crossings");
        ObjectNode filing = filing(PINGYIN, works);
        accepted(file(filing));
        assertThat(results(filing, 1).get(0).at("/decision/rule").asText()).isEqualTo("SDG-P1");

        Parcel completed = completed(filing, CLOCK.instant(), "construction-information");
        assertReceipt(post(completed), completed, 202);

        assertThat(happened(filing, "unreceived").entry())
                .isEqualTo(happened(filing, "completed").entry());
        assertThat(dead(completed))
                .containsEntry("code", "no-receiver")
                .containsEntry("service", "works.completed")
                .containsEntry("problem", "案件 " + caseNo(filing) + " 没有部门接收竣工资料");
    }

    @Test
    void areNotToldOfWithAPaperThatIsNotThere() {
        ObjectNode filing = committed();
        ObjectNode completed = said(filing, CLOCK.instant());
        completed
                .withArray("documents")
                .addObject()
                .put("type", "construction-information")
                .put("name", "施工信息和资料")
                .put("part", "not-there.pdf");
        assertUntouched(filing, completed, "/documents/0/part", "not-there.pdf");
    }

    /** A typing error in the year would switch the reminder off. */
    @Test
    void cannotHaveEndedYearsBeforeTheyWereFiled() {
        ObjectNode filing = committed();
        ObjectNode completed = said(filing, CLOCK.instant().minus(Duration.ofDays(731)));

        assertUntouched(filing, completed, "/completedAt", "早于申报");

        accepted(post(completed(filing, CLOCK.instant().minus(Duration.ofDays(729)))));
    }

    @Test
    void cannotEndInYearsToCome() {
        ObjectNode filing = committed();
        ObjectNode completed = said(filing, CLOCK.instant().plus(Duration.ofDays(366)));

        assertUntouched(filing, completed, "/completedAt", "晚于");

        accepted(post(completed(filing, CLOCK.instant().plus(Duration.ofDays(364)))));
        assertThat(began(filing))
                .as("nobody gives himself time by a day to come")
                .isBefore(CLOCK.instant());
    }

    /** What a case has of such a day is mended by the next word. */
    @Test
    void haveTheDayThatIsToldInPlaceOfAnImpossibleOne() {
        ObjectNode filing = committed();
        filedDaysAgo(filing, 1000);
        accepted(post(completed(filing, CLOCK.instant().minus(Duration.ofDays(900)))));
        filedDaysAgo(filing, 0);
        Instant finished = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS);

        accepted(post(completed(filing, finished)));

        assertThat(began(filing)).isEqualTo(finished);
    }

    private static Instant began(ObjectNode filing) {
        return database()
                .sql("SELECT began FROM deadline WHERE case_no = ?")
                .param(caseNo(filing))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static void assertUntouched(ObjectNode filing, ObjectNode completed, String pointer, String words) {
        List<Event> before = timeline(filing);
        Parcel parcel = word(completed, filing).sealed();

        Reply reply = post(parcel);

        assertRefused(reply, parcel, 422, "contract-violated");
        assertViolated(reply, pointer, words);
        assertThat(timeline(filing)).isEqualTo(before);
        assertThat(owed(filing)).isEmpty();
        assertThat(told(department("municipal", PINGYIN), "works.completed", filing))
                .isEmpty();
    }

    private static ObjectNode committed() {
        ObjectNode filing = filing(PINGYIN, Works.toTheBakery());
        filing.putArray("commitments").add("restore-road").add("restore-greenery");
        accepted(file(filing));
        return filing;
    }

    private static ObjectNode exemptInHenan() {
        return Works.toThePlot().put("voltageKv", 0.4).put("capacityKw", 100).put("customerClass", "small-micro");
    }

    private static Parcel completed(ObjectNode filing, Instant at, String... papers) {
        ObjectNode completed = said(filing, at);
        return enclosing(word(completed, filing), completed, papers).sealed();
    }

    private static ObjectNode said(ObjectNode filing, Instant at) {
        return Works.of("{\"documents\": []}")
                .put("filingNo", filing.path("filingNo").asText())
                .put("completedAt", at.toString());
    }

    private static Draft word(ObjectNode completed, ObjectNode filing) {
        return event("grid." + filing.path("regionCode").asText(), "works.completed", completed);
    }

    private static Event happened(ObjectNode filing, String what) {
        return timeline(filing).stream()
                .filter(event -> event.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> dead(Parcel message) {
        return database()
                .sql("SELECT * FROM dead_letter WHERE origin_manifest = ?")
                .param(message.manifest())
                .query()
                .singleRow();
    }

    private static boolean isOpen(ObjectNode filing) {
        return database()
                .sql("SELECT open FROM casefile WHERE number = ?")
                .param(filing.path("filingNo").asText())
                .query(Boolean.class)
                .single();
    }

    private static List<String> owed(ObjectNode filing) {
        return database()
                .sql("SELECT about FROM deadline WHERE case_no = ? AND met_at IS NULL")
                .param(caseNo(filing))
                .query(String.class)
                .list();
    }

    private static long findings(ObjectNode filing) {
        return database()
                .sql("SELECT count(*) FROM finding WHERE case_no = ?")
                .param(caseNo(filing))
                .query(Long.class)
                .single();
    }
}
