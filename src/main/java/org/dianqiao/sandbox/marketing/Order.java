package org.dianqiao.sandbox.marketing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.dianqiao.sandbox.outside.Json;
import org.jspecify.annotations.Nullable;

/**
 * An application that was taken.
 *
 * @param place how many were taken before it
 * @param step how far it has come
 */
record Order(ObjectNode application, long place, @Nullable Step step, Instant at) {

    Order moved(Step next, Instant when) {
        return new Order(application, place, next, when);
    }

    String text(String field) {
        return application.path(field).asText();
    }

    Telling told() {
        return new Telling(text("preAppNo") + " " + step, data());
    }

    /** What is told of it, in a call-back as to who asks. Every number is text: they begin with zeros. */
    ObjectNode data() {
        ObjectNode told = Json.object()
                .put("preAppNo", text("preAppNo"))
                .put("sendElectType", step == null ? "" : step.code())
                .put("consName", text("consName"))
                .put("orgNo", text("orgNo"))
                .put("auditTime", Telling.time(at))
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
