package org.dianqiao.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dianqiao.Office.Visit;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.casework.Cases;
import org.dianqiao.exchange.Contracts;
import org.junit.jupiter.api.Test;

/** Applications for supply: where they go, and what is wrong with them. */
class ApplicationsTest extends WithApplications {

    @Test
    void goOnToTheUtilityOfTheRegionWithTheSendersWords() {
        supplier();
        channel();
        ObjectNode application = highVoltage();
        Parcel parcel = event(CHANNEL, "supply.applied", application).sealed();
        accepted(post(parcel));

        await().until(() -> visits(application).size() == 1);
        Visit visit = visits(application).get(0);
        assertThat(visit.payload()).isEqualTo(application);
        assertThat(visit.originManifest()).isEqualTo(Parcel.base64(parcel.manifest()));
        assertThat(visit.manifest().path("case").asText())
                .isEqualTo(lookup(application).path("caseNo").asText())
                .startsWith("S" + DISTRICT);
    }

    @Test
    void sayWhichIdentifiersPassedTheirCheck() {
        ObjectNode application = highVoltage();
        ((ObjectNode) application.path("site")).put("unitNo", "410183001001GB00001F00010101");
        applied(application);
        await().until(() -> visits(application).size() == 1);
        assertThat(visits(application).get(0).manifest().at("/verified/identifiers"))
                .hasToString("""
                        [{"pointer":"/applicant/idNo","result":"passed"},{"pointer":"/site/unitNo","result":"passed"}]""");
        assertThat(lookup(application).has("suspect")).isFalse();
    }

    @Test
    void markACreditCodeThatFailsItsCheckAndLeaveTheSendersWordsAsTheyAre() {
        supplier();
        channel();
        ObjectNode application = highVoltage();
        ((ObjectNode) application.path("applicant")).put("idNo", "91350211M0000XUF46");
        Parcel parcel = event(CHANNEL, "supply.applied", application).sealed();
        accepted(post(parcel));

        await().until(() -> visits(application).size() == 1);
        Visit visit = visits(application).get(0);
        assertThat(visit.manifest().at("/verified/identifiers"))
                .hasToString("[{\"pointer\":\"/applicant/idNo\",\"result\":\"suspect\"}]");
        assertThat(visit.payload()).isEqualTo(application);
        assertThat(visit.originManifest()).isEqualTo(Parcel.base64(parcel.manifest()));
        JsonNode told = lookup(application);
        assertThat(told.path("suspect")).extracting(JsonNode::asText).containsExactly("/applicant/idNo");
        assertThat(bean(Contracts.class).violations("progress.lookup.reply", told))
                .isEmpty();
    }

    @Test
    void areAnsweredWithWhatProvesThem() {
        ObjectNode application = applied(highVoltage());
        await().until(() -> lookup(application).path("timeline").path(1).has("entry"));
        JsonNode told = lookup(application);

        assertThat(bean(Contracts.class).violations("progress.lookup.reply", told))
                .isEmpty();
        assertThat(texts(told.path("timeline"), "what")).containsExactly("applied", "forwarded");
        told.path("timeline")
                .forEach(event -> assertThat(partnerOf(event.path("entry").asText()))
                        .isEqualTo(event.path("what").asText().equals("applied") ? CHANNEL : SUPPLIER));
        assertThat(told.path("state").asText()).isEqualTo("applied");
        assertThat(told.path("findings")).isEmpty();
    }

    @Test
    void stayWithTheUtilityThatTookThem() {
        supplier();
        ObjectNode application = highVoltage();
        accepted(apply(SUPPLIER, application));
        assertThat(texts(lookup(application).path("timeline"), "what")).containsExactly("applied");
        assertThat(visits(application)).isEmpty();
    }

    @Test
    void areOneHoweverOftenTheyAreTold() {
        ObjectNode application = applied(highVoltage());
        accepted(apply(CHANNEL, application));
        assertThat(texts(lookup(application).path("timeline"), "what")).containsExactly("applied", "forwarded");
    }

    @Test
    void areNotTakenForAnotherOfTheSameNumber() {
        ObjectNode application = applied(highVoltage());
        ObjectNode other = application.deepCopy().put("capacityKw", 801);
        assertViolated(event(CHANNEL, "supply.applied", other).sealed(), "/applicationNo");
        assertThat(lookup(application).path("timeline")).hasSize(2);
    }

    @Test
    void waitForAnOperatorWhereNobodySupplies() {
        newcomer("service-net.urumqi", """
                kind: channel
                region: "650000"
                sends: [ { service: supply.applied } ]
                """);
        ObjectNode application = highVoltage();
        ((ObjectNode) application.path("site")).put("regionCode", "650102");
        Parcel parcel =
                event("service-net.urumqi", "supply.applied", application).sealed();
        Reply reply = accepted(post(parcel));
        assertThat(database()
                        .sql("SELECT code FROM dead_letter WHERE parts_of = ?")
                        .param(reply.header("DQ-Entry"))
                        .query(String.class)
                        .list())
                .containsExactly("no-receiver");

        newcomer("grid.urumqi", """
                kind: utility
                region: "650100"
                utility: electricity
                sends: [ { service: progress.reported }, { service: progress.lookup } ]
                """);
        accepted(post(event("grid.urumqi", "progress.reported", report(application, "accepted", "started"))));
        JsonNode told = lookup("grid.urumqi", application);
        assertThat(told.path("utility").asText()).isEqualTo("grid.urumqi");
        assertThat(texts(told.path("deadlines"), "responsible")).isNotEmpty().containsOnly("grid.urumqi");
        assertThat(findings(told)).isEmpty();
    }

    @Test
    void areRefusedWithAllTheirFaultsAtOnce() {
        supplier();
        channel();
        ObjectNode application = highVoltage().put("customerClass", "resident").put("supplies", 0);
        ((ObjectNode) application.path("site")).put("regionCode", "410199");
        application
                .withArray("documents")
                .addObject()
                .put("type", "identity-proof")
                .put("name", "执照")
                .put("part", "licence");
        Parcel parcel = event(CHANNEL, "supply.applied", application).sealed();
        Reply reply = post(parcel);
        assertRefused(reply, parcel, 422, "contract-violated");
        assertThat(reply.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/voltageKv", "/supplies", "/site/regionCode", "/documents/0/part");
    }

    @Test
    void mayBeForAPlaceWhoseCoordinatesLieAnywhere() {
        ObjectNode application = highVoltage();
        ((ObjectNode) application.path("site")).put("lon", -73.9).put("lat", 40.7);
        applied(application);
    }

    @Test
    void areShownToThoseWhomTheyConcern() {
        ObjectNode application = applied(highVoltage());
        String askers = "sends: [ { service: progress.lookup } ]\n";
        newcomer("window.zhengzhou-hall", "kind: window\nregion: \"410100\"\n" + askers);
        newcomer("window.yantai", "kind: window\nregion: \"370600\"\n" + askers);

        List.of(SUPPLIER, CHANNEL, "window.zhengzhou-hall").forEach(asker -> lookup(asker, application));
        Parcel foreign =
                query("window.yantai", "progress.lookup", asked(application)).sealed();
        assertRefused(post(foreign), foreign, 403, "not-permitted");
        assertViolated(query(CHANNEL, "progress.lookup", asked(highVoltage())).sealed(), "/applicationNo");
    }

    @Test
    void showThePermitsThatHangOnThem() {
        ObjectNode application = applied(highVoltage());
        String number = application.path("applicationNo").asText();
        ObjectNode told = Plots.object();
        told.putArray("tasks")
                .addObject()
                .put("taskNo", "T-1")
                .put("status", "8")
                .put("opinion", "not for everybody");
        hang("SG-" + number, SUPPLIER, number, told);
        hang("SG-OTHER-" + number, "grid.kaifeng", number, told);

        JsonNode permits = lookup(application).path("permits");
        assertThat(texts(permits, "filingNo")).containsExactly("SG-" + number);
        assertThat(permits.at("/0/tasks/0/status").asText()).isEqualTo("8");
        assertThat(permits.at("/0/tasks/0").has("opinion")).isFalse();
    }

    private static void hang(String filingNo, String utility, String applicationNo, ObjectNode told) {
        Cases cases = bean(Cases.class);
        Casefile permit = cases.begin(
                Kind.PERMIT,
                utility,
                filingNo,
                DISTRICT,
                utility,
                null,
                applicationNo,
                "deciding",
                CLOCK.instant(),
                told);
        cases.open(permit, List.of(), List.of());
    }

    @Test
    void areRecognisedWhenTheyAreMadeAgainNearTheEndOfTheirTime() {
        ObjectNode first = applied(highVoltage());
        passes(first, 60);
        ObjectNode again = first.deepCopy().put("applicationNo", freshNumber()).put("capacityKw", 800.0);
        ((ObjectNode) again.path("applicant")).put("idNo", "91410100ma7k3d2f5n");
        applied(again);
        assertThat(findings(lookup(again))).containsExactly("re-run");
        assertThat(lookup(again).path("findings").get(0).path("sentence").asText())
                .contains(first.path("applicationNo").asText());
    }

    @Test
    void areRecognisedWhenTheFirstOneWasPutAwayWithoutPower() {
        ObjectNode first = applied(highVoltage());
        passes(first, 60);
        tell(first, "archived", "finished");
        assertThat(lookup(first).path("open").asBoolean()).isFalse();
        ObjectNode again = applied(first.deepCopy().put("applicationNo", freshNumber()));
        assertThat(findings(lookup(again))).containsExactly("re-run");
    }

    @Test
    void areRecognisedHoweverManyWereMadeInBetween() {
        ObjectNode first = applied(highVoltage());
        passes(first, 60);
        applied(again(first));
        applied(again(first));
        assertThat(leftBefore(applied(again(first))))
                .contains(first.path("applicationNo").asText());
    }

    @Test
    void areComparedWithTheOneWhoseTimeWasUsedMost() {
        ObjectNode first = applied(highVoltage());
        ObjectNode second = applied(again(first));
        ObjectNode third = applied(again(first));
        passes(first, 40);
        passes(second, 60);
        passes(third, 50);
        assertThat(leftBefore(applied(again(first))))
                .contains(second.path("applicationNo").asText());
    }

    @Test
    void areNothingOddWhereTheOthersHavePowerOrWerePutAwayLongAgo() {
        ObjectNode connected = applied(highVoltage());
        ObjectNode putAway = applied(again(connected));
        passes(connected, 60);
        passes(putAway, 60);
        tell(connected, "connected", "finished");
        tell(putAway, "archived", "finished");
        database().sql("""
                UPDATE supply SET ended_at = ended_at - interval '31 days'
                WHERE case_no = (SELECT case_no FROM casefile WHERE number = ?)
                """).param(putAway.path("applicationNo").asText()).update();
        assertThat(findings(lookup(applied(again(connected))))).isEmpty();
    }

    private static ObjectNode again(ObjectNode application) {
        return application.deepCopy().put("applicationNo", freshNumber());
    }

    private static String leftBefore(ObjectNode application) {
        JsonNode told = lookup(application);
        assertThat(findings(told)).containsExactly("re-run");
        return told.path("findings").get(0).path("sentence").asText();
    }

    @Test
    void areNothingOddWhereTheFirstHadTimeOrPowerOrOtherNeeds() {
        ObjectNode young = applied(highVoltage());
        assertThat(findings(lookup(applied(young.deepCopy().put("applicationNo", freshNumber())))))
                .isEmpty();

        ObjectNode connected = applied(highVoltage());
        passes(connected, 60);
        tell(connected, "connected", "finished");
        assertThat(findings(lookup(applied(connected.deepCopy().put("applicationNo", freshNumber())))))
                .isEmpty();

        ObjectNode old = applied(highVoltage());
        passes(old, 60);
        ObjectNode larger = old.deepCopy().put("applicationNo", freshNumber()).put("capacityKw", 1600);
        assertThat(findings(lookup(applied(larger)))).isEmpty();
    }

    private static List<Visit> visits(ObjectNode application) {
        return supplier().visits().stream()
                .filter(visit -> visit.path().endsWith("/supply.applied"))
                .filter(visit -> visit.payload().path("applicationNo").equals(application.path("applicationNo")))
                .toList();
    }

    private static String partnerOf(String entry) {
        return database()
                .sql("SELECT partner FROM ledger_entry WHERE id = ?")
                .param(entry)
                .query(String.class)
                .single();
    }
}
