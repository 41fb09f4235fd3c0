package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dianqiao.Plots;
import org.dianqiao.casework.Later;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The story's line, taken back and three years gone: nothing more is taken in it, and each refusal says why. */
class ErasedFilingsTest extends WithCounties {

    private static final String ERASED = "按保存期限清除";

    private final ObjectNode filing = filing(JINSHUI, Works.toThePlot());
    private String task = "";

    @BeforeEach
    void takesItBack() {
        jinshui();
        accepted(file(filing));
        task = task("planning", filing);
        accepted(post(event("grid." + JINSHUI, "permit.withdrawn", about("改线"))));
        Later.threeYearsPass();
    }

    @Test
    void takeNoWordOfADepartment() {
        assertViolated(decide("planning", JINSHUI, said(task, "2")), "/taskNo", ERASED);
    }

    @Test
    void takeNoWordOfTheFiler() {
        assertViolated(post(event("grid." + JINSHUI, "permit.withdrawn", about("改线"))), "/filingNo", ERASED);
        ObjectNode completed = about("竣工").put("completedAt", CLOCK.instant().toString());
        completed.remove("reason");
        completed.putArray("documents");
        assertViolated(post(event("grid." + JINSHUI, "works.completed", completed)), "/filingNo", ERASED);
    }

    @Test
    void areNotFiledAgainUnderTheirNumber() {
        assertViolated(file(filing), "/filingNo", ERASED);
        assertThat(state(filing)).isEqualTo("withdrawn");
    }

    private ObjectNode about(String reason) {
        return Plots.object().put("filingNo", filing.path("filingNo").asText()).put("reason", reason);
    }
}
