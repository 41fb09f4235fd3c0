package org.dianqiao.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianqiao.casework.Stage;
import org.dianqiao.web.Passerby;
import org.dianqiao.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far an application is said to be, to its utility, in the console and to the public, in whatever order it is told. */
class StatesOfApplicationsTest extends WithApplications {

    private static final Pattern STATE = Pattern.compile("class=\"state [a-z-]+\">([^<]+)<");

    private final Visitor viewer = new Visitor(gateway());
    private final Passerby customer = new Passerby(gateway());

    @BeforeEach
    void enter() {
        viewer.post("/login", "username=viewer&password=");
    }

    @Test
    void areTheStageThatWasToldLast() {
        ObjectNode application = applied(highVoltage());
        assertThat(lookup(application).path("state").asText()).isEqualTo("applied");
        tell(application, "accepted", "finished");
        assertShown(application, Stage.ACCEPTED);
        tell(application, "customer-works", "started");
        tell(application, "grid-works", "started");
        assertShown(application, Stage.GRID_WORKS);
        tell(application, "customer-works", "finished");
        assertShown(application, Stage.CUSTOMER_WORKS);
    }

    @Test
    void doNotGoBackWhenAnEarlierStageIsToldLate() {
        ObjectNode application = applied(highVoltage());
        tell(application, "accepted", "finished");
        tell(application, "customer-works", "started");
        tell(application, "scheme-answered", "finished");
        tell(report(application, "accepted", "paused").put("reason", "客户资料待补"));
        assertShown(application, Stage.CUSTOMER_WORKS);
        assertThat(texts(lookup(application).path("timeline"), "about"))
                .containsSubsequence("accepted", "customer-works", "scheme-answered", "accepted");
        assertThat(findings(lookup(application))).contains("out-of-order");
    }

    @Test
    void stayWhereTheyAreWhenAWordComesAgain() {
        ObjectNode application = applied(highVoltage());
        ObjectNode accepted = report(application, "accepted", "finished").put("at", ago(Duration.ofMinutes(2)));
        tell(accepted);
        tell(application, "scheme-answered", "finished");
        tell(accepted.deepCopy());
        tell(report(application, "accepted", "finished").put("at", ago(Duration.ofMinutes(1))));
        assertShown(application, Stage.SCHEME_ANSWERED);
    }

    @Test
    void arePowerOnceThereIsPower() {
        ObjectNode application = applied(highVoltage());
        tell(application, "connected", "finished");
        tell(application, "scheme-answered", "finished");
        tell(application, "contract-signed", "finished");
        tell(report(application, "grid-works", "paused").put("reason", "等待占道许可"));
        assertShown(application, Stage.CONNECTED);
        assertThat(lookup(application).path("open").asBoolean()).isTrue();
    }

    @Test
    void areClosedAsTheyWereWhenTheyWerePutAway() {
        ObjectNode application = applied(highVoltage());
        tell(application, "connected", "finished");
        tell(application, "archived", "finished");
        tell(application, "called-back", "finished");
        tell(application, "connected", "finished");
        tell(application, "completion-inspected", "started");
        assertShown(application, Stage.ARCHIVED);
        JsonNode told = lookup(application);
        assertThat(told.path("open").asBoolean()).isFalse();
        assertThat(texts(told.path("timeline"), "about")).contains("called-back", "completion-inspected");
    }

    @Test
    void areNoneOfThoseThatThePackCancelled() {
        ObjectNode application = applied(bakery());
        tell(application, "accepted", "finished");
        tell(application, "completion-inspected", "started");
        assertShown(application, Stage.ACCEPTED);
        tell(application, "customer-works", "started");
        assertShown(application, Stage.CUSTOMER_WORKS);
    }

    private void assertShown(ObjectNode application, Stage stage) {
        JsonNode told = lookup(application);
        String caseNo = told.path("caseNo").asText();
        assertThat(told.path("state").asText()).isEqualTo(stage.written());
        assertThat(state(viewer.get("/cases/" + caseNo).body()))
                .isEqualTo(stage.title().zh());
        assertThat(state(Passerby.text(customer.ask(caseNo, "2F5N"))))
                .isEqualTo(stage.title().zh());
    }

    private static String state(String page) {
        Matcher state = STATE.matcher(page);
        assertThat(state.find()).as(page).isTrue();
        return state.group(1);
    }
}
