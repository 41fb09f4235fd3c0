package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dianqiao.Office;
import org.dianqiao.Plots;
import org.dianqiao.exchange.Contracts;
import org.dianqiao.web.cases.Folder;
import org.dianqiao.web.cases.Folders;
import org.dianqiao.web.cases.Standing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Permits that hang on an application for supply: whoever looks that up sees how far they are. */
class PermitsOfApplicationsTest extends WithCounties {

    private static final String XINGYANG = "410182";
    private static final String UTILITY = "grid." + XINGYANG;
    private static final String WINDOW = "window." + XINGYANG;
    private static final String GONGYI = "410181";
    private static final String MARKETING = "marketing.of-the-city";
    private static final String GRID_OF_THE_CITY = "grid.of-the-city";
    private static final String WATER = "water.of-the-city";
    private static final List<String> DEPARTMENTS = List.of("planning", "municipal", "greening", "traffic-police");

    private static Office utility;

    @BeforeAll
    static void open() {
        utility = office(UTILITY, """
                kind: utility
                region: "%s"
                utility: electricity
                sends: [{service: supply.applied}, {service: permit.filed}, {service: progress.lookup}]
                receives: [supply.applied, permit.accepted, permit.decided, permit.result]
                """.formatted(XINGYANG));
        office(WINDOW, """
                kind: window
                region: "%s"
                sends: [{service: supply.applied}, {service: permit.filed}, {service: progress.lookup}]
                receives: [permit.accepted, permit.decided, permit.result]
                """.formatted(XINGYANG));
        DEPARTMENTS.forEach(each -> department(each, XINGYANG));
        List.of(MARKETING, GRID_OF_THE_CITY).forEach(each -> system(each, "electricity"));
        system(WATER, "water");
    }

    private static void system(String partner, String trade) {
        newcomer(partner, """
                kind: utility
                region: "410100"
                utility: %s
                sends: [{service: supply.applied}, {service: permit.filed}, {service: progress.lookup}]
                """.formatted(trade));
    }

    @ParameterizedTest
    @ValueSource(strings = {UTILITY, WINDOW})
    void areNamedWithTheirTasksAndTheirOutcome(String filer) {
        String application = applied(filer);
        String another = applied(filer);
        ObjectNode filing = filed(filer, application);
        ObjectNode next = filed(filer, application);
        filed(filer, another);

        goes("planning", filing, "3");
        assertThat(permits(filer, application)).hasSize(2);
        JsonNode permit = permits(filer, application).get(0);
        assertThat(permit.path("filingNo")).isEqualTo(filing.path("filingNo"));
        assertThat(task("planning", filing))
                .startsWith(permit.path("caseNo").asText())
                .isEqualTo(permit.at("/tasks/0/taskNo").asText());
        assertThat(states(permit)).containsExactly("deciding", "3", "", "", "");
        assertThat(permits(filer, application).get(1).path("filingNo")).isEqualTo(next.path("filingNo"));

        goes("planning", filing, "8", "11");
        DEPARTMENTS.subList(1, 4).forEach(each -> goes(each, filing, "3", "8", "11"));
        assertThat(told(utility, "permit.result", filing, 1)).hasSize(1);
        assertThat(states(permits(filer, application).get(0))).containsExactly("approved", "11", "11", "11", "11");
        assertThat(permits(filer, application).get(0).path("open").asBoolean()).isFalse();
    }

    /** One utility, two systems: the one keeps the applications, the other files for the permits. */
    @Test
    void areNamedWhereAnotherSystemOfTheUtilityKeepsTheApplication() {
        String application = applied(MARKETING);
        ObjectNode filing = filed(GRID_OF_THE_CITY, application);

        assertThat(permits(WINDOW, application)).hasSize(1);
        assertThat(permits(WINDOW, application).get(0).path("filingNo")).isEqualTo(filing.path("filingNo"));
        String permit = caseNo(filing);
        String supply = folder(permit).application().caseNo();
        assertThat(folder(supply).file().number()).isEqualTo(application);
        assertThat(folder(supply).parts()).extracting(Standing::caseNo).containsExactly(permit);
    }

    /** Each utility has numbers of its own, and who asks about a place is told nothing of another. */
    @Test
    void areNotThoseOfAnotherUtilityNorOfAnotherPlace() {
        String application = applied(MARKETING);
        ObjectNode another = filed(WATER, application);
        filed(UTILITY, application);
        filed(GRID_OF_THE_CITY, application, GONGYI);

        assertThat(permits(MARKETING, application)).isEmpty();
        assertThat(folder(caseNo(another)).application()).isNull();
    }

    @Test
    void areNotThoseOfASystemThatHasAnApplicationOfThisNumberItself() {
        String application = applied(MARKETING);
        applied(GRID_OF_THE_CITY, application);
        filed(GRID_OF_THE_CITY, application);

        assertThat(permits(MARKETING, application)).isEmpty();
    }

    private static Folder folder(String caseNo) {
        return bean(Folders.class).masked(caseNo).orElseThrow();
    }

    private static ObjectNode filed(String filer, String application) {
        return filed(filer, application, XINGYANG);
    }

    private static ObjectNode filed(String filer, String application, String region) {
        ObjectNode filing = filing(region, Works.toThePlot()).put("applicationNo", application);
        accepted(post(event(filer, "permit.filed", filing)));
        return filing;
    }

    private static String applied(String from) {
        return applied(from, "YK-" + UUID.randomUUID());
    }

    private static String applied(String from, String number) {
        ObjectNode application = Plots.object()
                .put("applicationNo", number)
                .put("channel", "joint-window")
                .put("customerClass", "hv")
                .put("capacityKw", 800)
                .put("voltageKv", 10)
                .put("supplies", 1)
                .put("at", CLOCK.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        ObjectNode told = filing(XINGYANG, Works.toThePlot());
        application.set("applicant", told.path("applicant"));
        application.set("site", told.path("site"));
        application.set("documents", told.path("documents"));
        accepted(post(event(from, "supply.applied", application)));
        return number;
    }

    private static JsonNode permits(String asker, String application) {
        ObjectNode question = Plots.object().put("applicationNo", application);
        JsonNode told =
                accepted(post(query(asker, "progress.lookup", question))).json();
        assertThat(bean(Contracts.class).violations("progress.lookup.reply", told))
                .isEmpty();
        return told.path("permits");
    }

    /** Of the whole, and of each task. */
    private static List<String> states(JsonNode permit) {
        List<String> states = new ArrayList<>(List.of(permit.path("state").asText()));
        permit.path("tasks").forEach(task -> states.add(task.path("status").asText()));
        return states;
    }
}
