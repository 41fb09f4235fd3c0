package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dianqiao.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
