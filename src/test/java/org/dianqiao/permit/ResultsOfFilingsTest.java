package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.dianqiao.Office;
import org.dianqiao.Patience;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Results on their way: how soon they arrive, and where. */
class ResultsOfFilingsTest extends WithCounties {

    private static final String HUIJI = "410108";
    private static final String WINDOW = "window." + HUIJI;
    private static final List<String> OTHERS = List.of("municipal", "greening", "traffic-police");

    private static Office window;

    @BeforeAll
    static void open() {
        departments(HUIJI, "planning", "municipal", "greening", "traffic-police");
        window = office(WINDOW, """
                kind: window
                region: "%s"
                sends: [{service: permit.filed}]
                receives: [permit.accepted, permit.decided, permit.result]
                """.formatted(HUIJI));
    }

    @Test
    void areWithTheUtilityWithinTwoSecondsOfTheLastAnswer() {
        assertThat(Patience.isPrompt(
                        Duration.ofSeconds(2),
                        ResultsOfFilingsTest::answeredByAllButOne,
                        ResultsOfFilingsTest::answerTheLast))
                .isTrue();
    }

    @Test
    void goToTheWindowThatFiledAndToTheUtilityOfThePlace() {
        ObjectNode filing = filing(HUIJI, Works.toThePlot());
        accepted(post(event(WINDOW, "permit.filed", filing)));
        OTHERS.forEach(each -> goes(each, filing, "3", "8", "11"));
        goes("planning", filing, "3", "8", "11");

        assertBothHave(filing, "approved");
        String certificate = certificate(window, filing);
        assertThat(certificate).isNotEmpty().isEqualTo(certificate(grid(HUIJI), filing));
        for (Office office : List.of(window, grid(HUIJI))) {
            assertThat(resultBrought(office, filing).manifest().findValuesAsText("name"))
                    .containsExactly("payload", "certificate.pdf", "certificate.ofd");
        }
    }

    @Test
    void goToBothWhereNobodyNeedsToBeAsked() {
        ObjectNode works =
                Works.toThePlot().put("voltageKv", 0.4).put("capacityKw", 100).put("customerClass", "small-micro");
        ObjectNode filing = filing(HUIJI, works);

        accepted(post(event(WINDOW, "permit.filed", filing)));

        assertBothHave(filing, "exempt");
    }

    /** They signed it themselves: that the gateway wrote it down is not theirs to say, and false. */
    @Test
    void doNotSayOfWhatAPartnerSignedThatItWasWrittenDownByUs() {
        ObjectNode filing = filing(HUIJI, Works.toThePlot());
        claimAttested(filing.withObject("/applicant"));
        claimAttested(filing.withObject("/site"));
        accepted(file(filing));
        OTHERS.forEach(each -> goes(each, filing, "3", "8", "11"));
        goes("planning", filing, "3", "8");
        ObjectNode passed = said(task("planning", filing), "11");
        claimAttested(passed);
        claimAttested(passed.putObject("licence").put("identifier", LICENCE).put("number", "GG0117"));
        accepted(decide("planning", HUIJI, passed));

        JsonNode result = results(filing, 1).get(0);
        assertThat(result.path("tasks").findValuesAsText("number")).contains("GG0117");
        assertThat(result.findValues("attested")).isEmpty();
        JsonNode assigned = told(department("planning", HUIJI), "permit.task-assigned", filing, 1)
                .get(0);
        assertThat(assigned.at("/applicant/name")).isEqualTo(filing.at("/applicant/name"));
        assertThat(assigned.findValues("attested")).isEmpty();
    }

    private static void claimAttested(ObjectNode words) {
        words.putObject("attested").put("of", WINDOW).put("means", "database");
    }

    private static ObjectNode answeredByAllButOne() {
        ObjectNode filing = filing(HUIJI, Works.toThePlot());
        accepted(file(filing));
        OTHERS.forEach(each -> goes(each, filing, "3", "8", "11"));
        goes("planning", filing, "3", "8");
        return filing;
    }

    private static void answerTheLast(ObjectNode filing) {
        goes("planning", filing, "11");
        assertThat(results(filing, 1)).hasSize(1);
    }

    private static void assertBothHave(ObjectNode filing, String outcome) {
        for (Office office : List.of(window, grid(HUIJI))) {
            assertThat(told(office, "permit.result", filing, 1))
                    .extracting(result -> result.path("outcome").asText())
                    .containsExactly(outcome);
        }
    }

    private static String certificate(Office office, ObjectNode filing) {
        JsonNode result = told(office, "permit.result", filing, 1).get(0);
        return result.at("/certificate/number").asText();
    }
}
