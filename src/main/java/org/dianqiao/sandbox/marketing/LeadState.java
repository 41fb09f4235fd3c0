package org.dianqiao.sandbox.marketing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.dianqiao.sandbox.outside.Json;

/** What is answered of a lead 线索, in the codes of a call-back's leadState. */
enum LeadState {
    ACCEPTED("01", "已接收"),
    CONTACTED("02", "已联系客户"),
    RESERVED("03", "已列入储备");

    private static final String OPEN = "01";
    private static final String NO = "0";

    private final String code;
    private final String zh;

    LeadState(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    /** Of one that is a hint only, withdrawn, or an application by now, nothing is answered. */
    static boolean areOwedTo(JsonNode lead) {
        return lead.path("leadStatus").asText().equals(OPEN)
                && lead.path("hint").asText(NO).equals(NO);
    }

    Telling told(String leadNo, Instant at) {
        ObjectNode told = Json.object()
                .put("leadNo", leadNo)
                .put("leadState", code)
                .put("contactName", "客户经理")
                .put("mobile", "037195598000")
                .put("auditContent", zh)
                .put("auditTime", Telling.time(at));
        if (this == RESERVED) {
            told.put("projectNo", "00CB" + leadNo);
        }
        return new Telling(leadNo + " " + this, told);
    }
}
