package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dianqiao.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
