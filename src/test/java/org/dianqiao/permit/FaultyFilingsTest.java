package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dianqiao.Reply;
import org.dianqiao.calendar.WorkingDays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filings that cannot be: refused with all that is wrong with them, each at its place. */
class FaultyFilingsTest extends WithCounties {

    @BeforeEach
    void departments() {
        jinshui();
    }

    @Test
    void namesAllFaultsOfFormAndOfMeaningAtOnce() {
        ObjectNode filing = filing(JINSHUI, Works.toThePlot().put("voltageKv", -10));
        ((ObjectNode) filing.path("site")).put("regionCode", "410199");
        ((ObjectNode) filing.path("applicant")).put("idType", "111").put("idNo", "410105199001010010");
        filing.put("plannedStart", "2026-12-10").put("plannedFinish", "2026-12-01");
        filing.withArray("documents")
                .addObject()
                .put("type", "construction-plan")
                .put("name", "施工方案")
                .put("part", "plan");

        Reply reply = file(filing);

        assertThat(reply.json().path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .contains(
                        "/works/voltageKv",
                        "/site/regionCode",
                        "/applicant/idNo",
                        "/plannedFinish",
                        "/documents/0/part");
        assertThat(filed(filing)).isZero();
    }

    /** Of identifiers, divisions, papers and promises. */
    @Test
    void namesTheFaultsOfAllItsMembersAtOnce() {
        ObjectNode filing = filing("370199", Works.toTheBakery()).put("projectCode", "2609-370102-04-01-123450");
        ((ObjectNode) filing.path("site")).put("unitNo", "370102001001GB00001F0001000X");
        filing.set("contractor", filing.path("applicant").deepCopy());
        ((ObjectNode) filing.path("contractor")).put("idType", "111").put("idNo", "370102199001010010");
        withPapers(filing, "commitment-letter").withArray("documents").forEach(paper -> ((ObjectNode) paper)
                .put("part", "letter"));
        filing.putArray("commitments").add("restore-road");

        Reply reply = post(event("grid.shandong", "permit.filed", filing));

        assertThat(reply.json().path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .containsExactlyInAnyOrder(
                        "/projectCode",
                        "/site/unitNo",
                        "/contractor/idNo",
                        "/regionCode",
                        "/site/regionCode",
                        "/documents/0/part",
                        "/commitments");
        assertViolated(reply, "/commitments", "缺少承诺：restore-greenery");
        assertViolated(reply, "/documents/0/part", "letter");
        assertThat(filed(filing)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.4, 1000.001", "1, 5000"})
    void refusesMoreThanALowVoltageLineCarries(double voltage, double capacity) {
        Reply reply = file(filing(JINSHUI, lowVoltage(voltage, capacity)));

        assertViolated(reply, "/works/capacityKw", "低压供电的容量不可能超过 1000 千瓦");
        assertThat(reply.json().path("errors")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "6, 1000.001"})
    void believesWhatALineCarries(double voltage, double capacity) {
        ObjectNode filing = filing(JINSHUI, lowVoltage(voltage, capacity).put("customerClass", "small-micro"));
        filing.put("plannedStart", "2026-12-10").put("plannedFinish", "2026-12-01");

        assertThat(file(filing).json().path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .containsExactly("/plannedFinish");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 5000000, /works/capacityKw, 不可能超过 346410 千瓦",
        "10, 346410.162, /works/capacityKw, 不可能超过 346410 千瓦",
        "500, 1, /works/capacityKw, 不可能小于 900 千瓦",
        "110, 62.999, /works/capacityKw, 不可能小于 63 千瓦"
    })
    void refusesWhatNoLineOfThatVoltageIsFor(double voltage, double capacity, String pointer, String words) {
        Reply reply =
                file(filing(JINSHUI, Works.toThePlot().put("voltageKv", voltage).put("capacityKw", capacity)));

        assertViolated(reply, pointer, words);
        assertThat(reply.json().path("errors")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"10, 346410", "35, 1200000", "110, 63", "220, 5000000", "1000, 10000000"})
    void believesTheLargestAndTheSmallestThatCanBe(double voltage, double capacity) {
        accepted(
                file(filing(JINSHUI, Works.toThePlot().put("voltageKv", voltage).put("capacityKw", capacity))));
    }

    @Test
    void refusesThreeZerosForACustomerOfHighVoltage() {
        Reply reply = file(filing(JINSHUI, Works.toThePlot().put("threeZero", true)));

        assertViolated(reply, "/works/threeZero", "“三零”");
        assertThat(reply.json().path("errors")).hasSize(1);
    }

    @Test
    void refusesASmallEnterpriseWithALargeOnesCapacity() {
        ObjectNode works = Works.toThePlot().put("customerClass", "small-micro");

        assertViolated(file(filing(JINSHUI, works.put("capacityKw", 5000))), "/works/capacityKw", "小微企业");
        accepted(file(filing(JINSHUI, works.put("capacityKw", 2000))));
    }

    @Test
    void refusesALineOfNoLengthThatCrossesSomething() {
        ObjectNode works = Works.toThePlot().put("lineLengthM", 0);

        assertViolated(file(filing(JINSHUI, works)), "/works/lineLengthM", "穿跨");

        works.putArray("crossings");
        accepted(file(filing(JINSHUI, works)));
    }

    @Test
    void refusesADayThatIsLongPast() {
        ObjectNode filing = filing(JINSHUI, Works.toThePlot()).put("plannedStart", "1999-01-01");

        assertViolated(file(filing.put("plannedFinish", "1999-06-01")), "/plannedStart", "早于申报");
        assertViolated(file(filing), "/plannedFinish", "早于申报");
        filing.remove(List.of("plannedFinish"));
        accepted(file(filing.put("plannedStart", day(-700))));
    }

    private static String day(int fromToday) {
        return WorkingDays.dayOf(CLOCK.instant()).plusDays(fromToday).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "   ", "\u3000", "\t", "\u00a0\u200b"})
    void refusesAnEmptyNameAddressOrNumber(String nothing) {
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());
        ((ObjectNode) filing.path("applicant")).put("name", nothing);
        ((ObjectNode) filing.path("site")).put("address", nothing);
        filing.put("filingNo", nothing);

        Reply reply = file(filing);

        assertViolated(reply, "/applicant/name", "不得为空");
        assertViolated(reply, "/site/address", "不得为空");
        assertViolated(reply, "/filingNo", "不得为空");
        assertThat(reply.json().path("errors")).hasSize(3);
    }

    @Test
    void refusesAnotherPathWhereTheRuleLeavesNone() {
        ObjectNode filing = filing(JINSHUI, Works.toThePlot()).put("instead", "filing");

        Reply reply = file(filing);

        assertViolated(reply, "/instead", "没有可以改走的路径");
        assertThat(reply.json().path("errors")).hasSize(1);
    }

    /** The citizen's number is not crowded out by the papers. */
    @Test
    void namesEveryFaultOfAFilingWithManyPapers() {
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());
        for (int i = 0; i < 45; i++) {
            filing.withArray("documents").addObject().put("type", "construction-plan");
            ((com.fasterxml.jackson.databind.node.ArrayNode) filing.at("/works/crossings")).add("motorway");
        }
        ((ObjectNode) filing.path("applicant")).put("idType", "111").put("idNo", "410105199001010010");

        assertThat(file(filing).json().path("errors"))
                .hasSize(91)
                .extracting(error -> error.path("pointer").asText())
                .contains("/applicant/idNo", "/documents/44/name", "/works/crossings/46");
    }

    private static ObjectNode lowVoltage(double voltage, double capacity) {
        return Works.toThePlot()
                .put("voltageKv", voltage)
                .put("capacityKw", capacity)
                .put("customerClass", "lv-nonresident");
    }

    @Test
    void refusesASiteElsewhere() {
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());
        ((ObjectNode) filing.path("site")).put("regionCode", "410106");

        Reply reply = post(event("grid.henan", "permit.filed", filing));

        assertViolated(reply, "/site/regionCode", "用电地点 410106 不在申报的行政区划 410105 之内");
        assertThat(reply.json().path("errors")).hasSize(1);
        assertThat(filed(filing)).isZero();
    }

    @Test
    void namesEveryFactWithoutWhichNoPathCanBeDecided() {
        ObjectNode works = Works.toThePlot();
        works.remove(java.util.List.of("affectsTraffic", "crossings"));

        Reply reply = file(filing(JINSHUI, works));

        assertThat(reply.json().path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .contains("/works/affectsTraffic", "/works/crossings");
    }

    @Test
    void refusesADivisionThatNobodyKnows() {
        ObjectNode filing = filing(JINSHUI, Works.toThePlot()).put("regionCode", "410198");
        Reply reply = post(event("grid.henan", "permit.filed", filing));

        assertViolated(reply, "/regionCode", "410198");
    }

    @Test
    void refusesWorksOfADistrictThatTheFilerDoesNotServe() {
        ObjectNode filing = filing("410102", Works.toThePlot());

        Reply reply = post(event("grid." + JINSHUI, "permit.filed", filing));

        assertThat(reply.status() + " " + reply.code()).isEqualTo("403 not-permitted");
    }

    /** Whatever stands where: it is refused, and never too much for the gateway. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "1",
                "-0.5e9",
                "true",
                "\"\"",
                "\"x\"",
                "[]",
                "{}",
                "[1]",
                "[null]",
                "{\"type\": \"x\"}",
                "{\"0\": {\"part\": \"x\"}}",
                "[[]]",
                "{\"regionCode\": 1}",
                "\"2026-13-45\"",
                "[{\"part\": {}}]"
            })
    void refusesWhateverStandsInThePlaceOfAMember(String value) {
        ObjectNode right = filing(JINSHUI, Works.toThePlot());
        right.put("plannedStart", "2026-12-01").putArray("commitments");
        right.fieldNames().forEachRemaining(member -> {
            ObjectNode odd = right.deepCopy();
            odd.set(member, Works.json(value));
            assertThat(file(JINSHUI, odd).status()).as(member + ": " + value).isIn(202, 403, 422);
        });
    }

    /** What no contract knows may stand there in any form. */
    @ParameterizedTest
    @ValueSource(strings = {"\"gestern\"", "\"+999999999-01-01T00:00:00Z\"", "\"0000-01-01T00:00:00Z\"", "7"})
    void takesAFilingWithATimeThatNobodyAskedFor(String at) {
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());
        filing.set("at", Works.json(at));

        accepted(file(filing));

        assertThat(timeline(filing).get(0).claimed()).isNull();
    }

    @Test
    void takesTheSameFilingInAnotherOrderAsTheSame() {
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());
        accepted(file(filing));
        ObjectNode turned = Works.of("{}");
        List<String> members = new ArrayList<>();
        filing.fieldNames().forEachRemaining(members::add);
        Collections.reverse(members);
        members.forEach(member -> turned.set(member, filing.path(member)));

        accepted(file(turned));
        assertThat(filed(filing)).isEqualTo(1);
    }

    @Test
    void takesTheSameFilingTwiceAsOneAndAnotherUnderItsNumberNotAtAll() {
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());
        accepted(file(filing));
        accepted(file(filing));

        assertViolated(file(filing.put("plannedStart", "2026-12-10")), "/filingNo", "已受理");
        assertThat(filed(filing)).isEqualTo(1);
    }

    private static long filed(ObjectNode filing) {
        return database()
                .sql("SELECT count(*) FROM casefile WHERE number = ?")
                .param(filing.path("filingNo").asText())
                .query(Long.class)
                .single();
    }
}
