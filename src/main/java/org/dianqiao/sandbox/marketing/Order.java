package org.dianqiao.sandbox.marketing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.dianqiao.sandbox.outside.Json;
import org.jspecify.annotations.Nullable;

/**
 * An application that was taken.
 *
 * @param place how many were taken before it
 * @param step how far it has come
 */
record Order(ObjectNode application, long place, @Nullable Step step, Instant at) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    Order moved(Step next, Instant when) {
        return new Order(application, place, next, when);
    }

    String text(String field) {
        return application.path(field).asText();
    }

    /** What is told of it, in a call-back as to who asks. Every number is text: they begin with zeros. */
    ObjectNode told() {
        ObjectNode told = Json.object()
                .put("preAppNo", text("preAppNo"))
                .put("sendElectType", step == null ? "" : step.code())
                .put("consName", text("consName"))
                .put("orgNo", text("orgNo"))
                .put("auditTime", TIME.format(at))
                .put("auditResult", step == Step.RETURNED || step == Step.TO_BE_SUPPLEMENTED ? "0" : "1")
                .put("auditContent", step == null ? "" : step.zh())
                .put("serialNumber", "%012d".formatted(place));
        if (step != null && step.hasWorkOrder()) {
            told.put("appNo", "00%014d".formatted(place));
        }
        if (step == Step.CONNECTED) {
            told.put("consNo", "0%012d".formatted(place));
        }
        if (step == Step.RETURNED) {
            told.put("reasonNo", "05").put("reasonName", "资料不通过");
        }
        if (step == Step.TO_BE_SUPPLEMENTED) {
            told.put("reasonNo", "01").put("reasonName", "照片不清");
        }
        return told;
    }
}
