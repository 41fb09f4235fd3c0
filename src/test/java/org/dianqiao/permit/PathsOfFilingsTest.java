package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dianqiao.Draft.Piece;
import org.dianqiao.codes.LicenceIdentifier;
import org.junit.jupiter.api.Test;

/** Every path from the filing to its result, over the wire. */
class PathsOfFilingsTest extends WithCounties {

    @Test
    void tellsFourDepartmentsAtOnceAndBringsTheirWordBackByItself() {
        jinshui();
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());

        accepted(file(filing, Piece.text("plan", "施工方案")));

        JsonNode accepted = told(grid(JINSHUI), "permit.accepted", filing, 1).get(0);
        assertThat(accepted.at("/decision/path").asText()).isEqualTo("parallel");
        assertThat(accepted.path("tasks"))
                .extracting(task -> task.path("department").asText())
                .containsExactly("planning", "municipal", "greening", "traffic-police");
        goes("municipal", filing, "1", "3", "8", "11");
        goes("greening", filing, "3", "8", "11");
        goes("traffic-police", filing, "3", "8", "12");
        assertThat(told(grid(JINSHUI), "permit.result", filing)).isEmpty();
        goes("planning", filing, "3", "8");
        ObjectNode last = said(task("planning", filing), "11").put("documentNo", "建字第4101052026GG0117号");
        last.putObject("licence")
                .put("identifier", LICENCE)
                .put("number", "GG0117")
                .put("part", "licence");
        accepted(post(event("planning." + JINSHUI, "permit.decided", last)
                .pieces(Piece.json(last), Piece.text("licence", "电子证照"))));

        JsonNode result = results(filing, 1).get(0);
        assertThat(result.path("outcome").asText()).isEqualTo("approved");
        assertThat(result.path("tasks")).hasSize(4);
        assertThat(result.at("/tasks/0/licence/identifier").asText()).isEqualTo(LICENCE);
        assertThat(LicenceIdentifier.check(result.at("/certificate/number").asText())
                        .isWrong())
                .isFalse();
        assertThat(partsOfResult(filing))
                .containsExactly("payload", "certificate.pdf", "certificate.ofd", "licence-planning");
        assertThat(state(filing)).isEqualTo("approved");
    }

    @Test
    void handsThePapersOfTheFilingToEveryDepartment() {
        jinshui();
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());
        filing.withArray("documents")
                .addObject()
                .put("type", "construction-plan")
                .put("name", "施工方案")
                .put("part", "plan");

        accepted(file(filing, Piece.text("plan", "先挖后埋")));

        for (String department : List.of("planning", "municipal", "greening", "traffic-police")) {
            task(department, filing);
            assertThat(department(department, JINSHUI).visits())
                    .anySatisfy(visit -> assertThat(new String(visit.body(), java.nio.charset.StandardCharsets.UTF_8))
                            .contains(filing.path("filingNo").asText())
                            .contains("先挖后埋"));
        }
    }

    @Test
    void exemptsAtOnceWithTheReasonAndTheDuties() {
        jinshui();
        ObjectNode works =
                Works.toThePlot().put("voltageKv", 0.4).put("capacityKw", 100).put("customerClass", "small-micro");
        ObjectNode filing = filing(JINSHUI, works);

        accepted(file(filing));

        JsonNode result = results(filing, 1).get(0);
        assertThat(result.path("outcome").asText()).isEqualTo("exempt");
        assertThat(result.at("/decision/rule").asText()).isEqualTo("HEN19-P2");
        assertThat(result.at("/decision/reasons")).isNotEmpty();
        assertThat(result.at("/decision/duties").toString()).contains("restore-road");
        assertThat(result.path("tasks")).isEmpty();
        assertThat(result.has("certificate")).isFalse();
    }

    @Test
    void recordsACommitmentThatNamesWhatIsPromised() {
        departments(LIXIA, "municipal", "greening");
        ObjectNode filing = filing(LIXIA, Works.toTheBakery());
        filing.putArray("commitments").add("restore-road").add("restore-greenery");

        accepted(file(filing));

        JsonNode result = results(filing, 1).get(0);
        assertThat(result.path("outcome").asText()).isEqualTo("committed");
        assertThat(result.at("/certificate/number").asText()).isNotEmpty();
        assertThat(told(department("municipal", LIXIA), "permit.result", filing, 1))
                .hasSize(1);
    }

    @Test
    void namesTheCommitmentsThatAreMissing() {
        departments(LIXIA, "municipal", "greening");
        ObjectNode filing = filing(LIXIA, Works.toTheBakery());
        filing.putArray("commitments").add("restore-road");

        assertViolated(file(filing), "/commitments", "restore-greenery");
    }

    @Test
    void filesInsteadWhereTheRuleLeavesTheChoiceAndSaysFromWhenWorkMayStart() {
        departments(LIXIA, "municipal", "greening");
        ObjectNode filing = filing(LIXIA, Works.toTheBakery()).put("instead", "filing");

        accepted(file(filing));

        JsonNode result = results(filing, 1).get(0);
        assertThat(result.path("outcome").asText()).isEqualTo("filed");
        assertThat(result.path("startFrom").asText()).isNotEmpty();
    }

    @Test
    void certifiesAFilingOnCompletePapersAndNamesThoseThatAreMissing() {
        departments(LIXIA, "energy");
        ObjectNode works = Works.toThePlot().put("meetsLocalCommitmentConditions", true);
        ObjectNode filing = filing(LIXIA, works);

        assertViolated(file(filing), "/documents", "traffic-plan");
        accepted(file(withPapers(filing, "construction-plan", "traffic-plan")));

        JsonNode result = results(filing, 1).get(0);
        assertThat(result.path("outcome").asText()).isEqualTo("filed");
        assertThat(result.at("/decision/rule").asText()).isEqualTo("SDG-P5");
    }

    @Test
    void asksTheOwnerOfWhatIsCrossedOnTheOrdinaryPath() {
        jinshui();
        departments(JINSHUI, "railway");
        ObjectNode works = Works.toThePlot();
        works.putArray("crossings").add("railway");
        ObjectNode filing = filing(JINSHUI, works);

        accepted(file(filing));

        goes("railway", filing, "1", "3", "8", "13");
        JsonNode result = results(filing, 1).get(0);
        assertThat(result.at("/decision/path").asText()).isEqualTo("ordinary");
        assertThat(result.path("outcome").asText()).isEqualTo("rejected");
        assertThat(result.has("certificate")).isFalse();
    }

    /** Shandong's utilities owe the departments the papers of the finished works within three months. */
    @Test
    void staysOpenUntilThePapersOfTheFinishedWorksAreThere() {
        departments(LIXIA, "municipal", "greening");
        ObjectNode filing = filing(LIXIA, Works.toTheBakery()).put("plannedFinish", "2026-11-02");
        filing.putArray("commitments").add("restore-road").add("restore-greenery");
        accepted(file(filing));
        assertThat(owedBy(filing)).isEqualTo("{grid." + LIXIA + "} open");

        ObjectNode completed = Works.of("{\"documents\": []}")
                .put("filingNo", filing.path("filingNo").asText())
                .put("completedAt", CLOCK.instant().toString());
        accepted(post(event("grid." + LIXIA, "works.completed", completed)));
        assertThat(owedBy(filing)).as("nothing was handed in").isEqualTo("{grid." + LIXIA + "} open");

        accepted(post(enclosing(
                event("grid." + LIXIA, "works.completed", completed), completed, "construction-information")));
        assertThat(owedBy(filing)).isEqualTo("{} closed");
        assertThat(told(department("municipal", LIXIA), "works.completed", filing, 2))
                .hasSize(2);
    }

    @Test
    void marksACreditCodeThatFailsItsCheckForWhoeverGetsIt() {
        jinshui();
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());
        ((ObjectNode) filing.path("applicant")).put("idNo", "91350211M0000XUF46");

        accepted(file(filing));

        JsonNode task = told(department("planning", JINSHUI), "permit.task-assigned", filing, 1)
                .get(0);
        assertThat(task.at("/applicant/suspect").asBoolean()).isTrue();
    }

    private static String owedBy(ObjectNode filing) {
        return database()
                .sql(
                        "SELECT owed_by::text || CASE WHEN open THEN ' open' ELSE ' closed' END FROM casefile WHERE number = ?")
                .param(filing.path("filingNo").asText())
                .query(String.class)
                .single();
    }

    private static List<String> partsOfResult(ObjectNode filing) {
        return resultBrought(grid(JINSHUI), filing).manifest().findValuesAsText("name");
    }
}
