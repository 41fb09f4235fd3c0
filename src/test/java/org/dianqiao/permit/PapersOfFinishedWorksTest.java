package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dianqiao.Office;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.DeadlineWatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The three months in which Shandong's utilities owe the papers of finished works. Days pass by moving their beginning
 * back.
 */
class PapersOfFinishedWorksTest extends WithCounties {

    private static final String SHIZHONG = "370103";
    private static final String GRID = "grid." + SHIZHONG;
    private static final String SUPERVISOR = "supervisor." + SHIZHONG;
    private static final String[] ALL = {
        "blue " + GRID, "orange " + GRID, "yellow " + GRID, "red " + GRID, "red " + SUPERVISOR
    };

    private static Office supervisor;

    @BeforeAll
    static void open() {
        departments(SHIZHONG, "municipal", "greening", "energy");
        supervisor = supervisor(SHIZHONG);
    }

    @ParameterizedTest
    @CsvSource({"construction-information, bakery", "completion-survey, plot"})
    void areAskedForOnceInEachColour(String paper, String works) {
        ObjectNode filing = filed(works);

        fourMonthsPass(filing);

        await().untilAsserted(() -> assertThat(warned(filing, paper)).containsExactly(ALL));
        await().untilAsserted(() ->
                assertThat(heard(grid(SHIZHONG), filing, paper)).containsExactly("blue", "orange", "yellow", "red"));
        await().untilAsserted(() -> assertThat(heard(supervisor, filing, paper)).containsExactly("red"));
        assertThat(colour(filing)).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"construction-information, bakery", "completion-survey, plot"})
    void areAskedForNoMoreOnceEveryDepartmentHasThem(String paper, String works) {
        ObjectNode filing = filed(works);
        passes(filing, 80);
        List<String> before = warned(filing, paper);

        ObjectNode completed = completed(filing, 0);
        accepted(post(enclosing(event(GRID, "works.completed", completed), completed, paper)));
        fourMonthsPass(filing);

        assertThat(before).containsExactly("orange " + GRID);
        assertThat(warned(filing, paper)).isEqualTo(before);
        assertThat(colour(filing)).isZero();
        List<String> departments = works.equals("plot") ? List.of("energy") : List.of("municipal", "greening");
        for (String department : departments) {
            assertThat(told(department(department, SHIZHONG), "works.completed", filing, 1))
                    .singleElement()
                    .satisfies(letter ->
                            assertThat(letter.at("/documents/0/type").asText()).isEqualTo(paper));
        }
    }

    /** The text wants them pushed to the departments: a name is not a paper. */
    @ParameterizedTest
    @CsvSource({"construction-information, bakery", "completion-survey, plot"})
    void areStillAskedForWhereOnlyTheirNameIsTold(String paper, String works) {
        ObjectNode filing = filed(works);

        accepted(post(event(GRID, "works.completed", withPapers(completed(filing, 0), paper))));
        passes(filing, 80);

        assertThat(warned(filing, paper)).containsExactly("orange " + GRID);
    }

    /** The texts speak of low-voltage works that are exempt, committed to or filed, and of filed high-voltage works. */
    @ParameterizedTest
    @CsvSource({"10, hv", "0.4, small-micro"})
    void areNotOwedWhereDepartmentsApproved(double voltage, String customer) {
        departments(SHIZHONG, "planning", "traffic-police");
        ObjectNode works = Works.toThePlot().put("voltageKv", voltage).put("capacityKw", 200);
        ObjectNode filing = filing(SHIZHONG, works.put("customerClass", customer));
        accepted(file(
                filing.put("plannedFinish", WorkingDays.dayOf(CLOCK.instant()).toString())));
        List<String> asked = asked(filing);
        asked.forEach(department -> goes(department, filing, "3", "8", "11"));
        assertThat(results(filing, 1).get(0).at("/decision/path").asText()).isEqualTo("parallel");

        accepted(post(event(GRID, "works.completed", completed(filing, 0))));

        assertThat(owed(filing)).isEmpty();
        assertThat(told(department(asked.get(0), SHIZHONG), "works.completed", filing, 1))
                .hasSize(1);
    }

    @Test
    void areOwedToWhereTheBuilderFiledInsteadOfAPromise() {
        ObjectNode filing = filing(SHIZHONG, Works.toTheBakery()).put("instead", "filing");
        accepted(file(
                filing.put("plannedFinish", WorkingDays.dayOf(CLOCK.instant()).toString())));

        assertThat(owed(filing)).containsExactly("construction-information SDG-P6");
    }

    private static List<String> asked(ObjectNode filing) {
        return List.copyOf(told(grid(SHIZHONG), "permit.accepted", filing, 1)
                .get(0)
                .path("tasks")
                .findValuesAsText("department"));
    }

    private static List<String> owed(ObjectNode filing) {
        return database()
                .sql("SELECT about || ' ' || rule FROM deadline WHERE case_no = ? AND met_at IS NULL")
                .param(caseNo(filing))
                .query(String.class)
                .list();
    }

    /** The works were to end long ago, and ended today: nobody was late. */
    @Test
    void areAskedForAnewFromTheDayOnWhichTheWorksEnded() {
        ObjectNode filing = filed("bakery");
        fourMonthsPass(filing);

        accepted(post(event(GRID, "works.completed", completed(filing, 0))));
        assertThat(colour(filing)).isZero();
        fourMonthsPass(filing);

        assertThat(warned(filing, "construction-information"))
                .startsWith(ALL)
                .endsWith(ALL)
                .hasSize(10);
    }

    @Test
    void areNotAskedForAnewBySayingTheSameAgain() {
        ObjectNode filing = filed("bakery");
        ObjectNode completed = completed(filing, 80);

        for (int times = 0; times < 3; times++) {
            accepted(post(event(GRID, "works.completed", completed)));
            look();
        }

        assertThat(warned(filing, "construction-information")).containsExactly("orange " + GRID);
    }

    @Test
    void areNotAskedForLaterBecauseALaterDayIsTold() {
        ObjectNode filing = filed("bakery");
        accepted(post(event(GRID, "works.completed", completed(filing, 80))));
        look();

        accepted(post(event(GRID, "works.completed", completed(filing, 0))));
        look();

        assertThat(colour(filing)).isEqualTo(2);
    }

    private static ObjectNode filed(String works) {
        ObjectNode filing = works.equals("plot") ? plot() : bakery();
        accepted(file(
                filing.put("plannedFinish", WorkingDays.dayOf(CLOCK.instant()).toString())));
        filedDaysAgo(filing, 100);
        return filing;
    }

    private static ObjectNode plot() {
        ObjectNode works = Works.toThePlot().put("meetsLocalCommitmentConditions", true);
        return withPapers(filing(SHIZHONG, works), "construction-plan", "traffic-plan");
    }

    private static ObjectNode bakery() {
        ObjectNode filing = filing(SHIZHONG, Works.toTheBakery());
        filing.putArray("commitments").add("restore-road").add("restore-greenery");
        return filing;
    }

    private static ObjectNode completed(ObjectNode filing, int daysAgo) {
        Instant at = CLOCK.instant().minus(Duration.ofDays(daysAgo)).truncatedTo(ChronoUnit.SECONDS);
        return Works.of("{\"documents\": []}")
                .put("filingNo", filing.path("filingNo").asText())
                .put("completedAt", at.toString());
    }

    private static void fourMonthsPass(ObjectNode filing) {
        for (int days = 1; days <= 120; days++) {
            passes(filing, days);
        }
    }

    /** Whoever looks at the case at this moment ends first. */
    private static void passes(ObjectNode filing, int days) {
        database().sql("""
                UPDATE deadline SET began = now() - make_interval(days => ?),
                                    look_at = CASE WHEN met_at IS NULL THEN now() END
                WHERE case_no = (SELECT case_no FROM casefile WHERE number = ? FOR UPDATE)
                """).params(days, filing.path("filingNo").asText()).update();
        look();
    }

    /** As after a restart: nobody remembers that somebody has just looked. */
    private static void look() {
        bean(DeadlineWatch.class).look();
        bean(DeadlineWatch.class).look();
    }

    /** The warnings, each with whom it went to. */
    private static List<String> warned(ObjectNode filing, String paper) {
        return timeline(filing).stream()
                .filter(event -> event.what().equals("warned") && paper.equals(event.about()))
                .map(event -> event.told().path("colour").asText() + " "
                        + event.told().path("told").asText())
                .toList();
    }

    /** The colours that an office was told of. */
    private static List<String> heard(Office office, ObjectNode filing, String paper) {
        return office.visits().stream()
                .filter(visit -> visit.path().endsWith("/deadline.warned"))
                .map(WithCounties::payload)
                .filter(letter -> letter.path("number").equals(filing.path("filingNo")))
                .filter(letter -> letter.path("about").asText().equals(paper))
                .map(letter -> letter.path("colour").asText())
                .toList();
    }

    private static int colour(ObjectNode filing) {
        return database()
                .sql("SELECT colour FROM casefile WHERE number = ?")
                .param(filing.path("filingNo").asText())
                .query(Integer.class)
                .single();
    }
}
