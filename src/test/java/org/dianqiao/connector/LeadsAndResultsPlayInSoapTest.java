package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.junit.jupiter.api.Test;

/** Leads and results with the simulated marketing system, in SOAP: it takes them, shows them, and answers leads. */
class LeadsAndResultsPlayInSoapTest extends WithPlaysInSoap {

    @Override
    protected String utility() {
        return Xinzheng.GRID_OF_XINZHENG;
    }

    @Override
    protected String whereAndWhat() {
        return Xinzheng.WHERE_AND_WHAT;
    }

    @Test
    void aLeadIsTakenAndAnswered() throws Exception {
        playsInSoap(Faults.none());
        String code = Xinzheng.freshCode();
        String lead = Xinzheng.lead(code);
        awaitEnd(lead, "delivered");
        await().until(() -> narration.contains("回调 " + lead + " RESERVED -> 0000"));
        assertThat(Xinzheng.lookup(code).path("state").asText()).isEqualTo("reserved");
    }

    @Test
    void aResultIsTakenOnceWithAllItsFiles() throws Exception {
        playsInSoap(Faults.of(Fault.TIME_OUT_AFTER_SUCCESS));
        String filing = Xinzheng.approved("电子证照");
        awaitEnd(filing, "delivered");
        assertThat(narration).singleElement().satisfies(line -> assertThat(line)
                .startsWith("审批结果 " + filing + " 通过 证明 ")
                .endsWith("文件 3 个"));
    }
}
