package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.trust.Sm3;
import org.springframework.stereotype.Component;

/**
 * What a marketing system calls back 回调: `routes/connectors/marketing/call-back.camel.yaml`. It names nothing but the
 * number that we gave it; what we know of that number is put beside its words before they are mapped.
 */
@Component
public class CallBackSteps {

    private static final List<String> OURS = List.of("known", "applicationNo", "case", "at");

    private final Dialects dialects;
    private final PreApplications applications;

    CallBackSteps(Dialects dialects, PreApplications applications) {
        this.dialects = dialects;
        this.applications = applications;
    }

    public Translated translate(@Body Call call, String mapping) {
        return dialects.translate(call, mapping, asked -> recall(call.partner().id(), asked));
    }

    /** Nobody tells us from outside what only we know. */
    private void recall(String partner, JsonNode asked) {
        if (!(asked instanceof ObjectNode said)) {
            return;
        }
        said.remove(OURS);
        String number = said.at("/data/preAppNo").textValue();
        if (number != null && !number.isBlank()) {
            Optional<PreApplication> application = applications.called(number, partner);
            said.put("known", application.isPresent());
            recall(
                    said,
                    application.orElseThrow(
                            () -> MappingFault.at("/data/preAppNo", "预申请编号不存在", "no application has this number")));
        }
    }

    private void recall(ObjectNode said, PreApplication application) {
        byte[] words = said.path("data").toString().getBytes(StandardCharsets.UTF_8);
        said.put("applicationNo", application.applicationNo());
        said.put("case", application.caseId());
        if (said.at("/data/auditTime").asText().isBlank()) {
            said.put("at", applications.firstHeard(application, Sm3.of(words)).toString());
        }
    }
}
