package org.dianqiao.sandbox.marketing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import org.dianqiao.sandbox.outside.Sm3;
import org.jspecify.annotations.Nullable;

/**
 * Takes leads and results of permits, and shows them to whoever looks on.
 *
 * @param known leads that are answered already: what more is told of them is taken and no more
 */
record Desk(Messages messages, @Nullable Workshop workshop, Consumer<String> narration, Set<String> known) {

    Desk(Messages messages, @Nullable Workshop workshop, Consumer<String> narration) {
        this(messages, workshop, narration, new HashSet<>());
    }

    void lead(JsonNode lead) {
        if (messages.take(lead)) {
            String number = lead.path("leadNo").asText();
            narration.accept("线索 " + number + " " + lead.path("projectName").asText() + " 状态 "
                    + lead.path("leadStatus").asText());
            if (workshop != null && isFirst(number)) {
                workshop.answer(lead);
            }
        }
    }

    private boolean isFirst(String lead) {
        synchronized (known) {
            return known.add(lead);
        }
    }

    void result(JsonNode result) {
        int whole = 0;
        for (JsonNode file : result.path("files").isObject() ? Set.of(result.path("files")) : result.path("files")) {
            whole += isWhole(file) ? 1 : 0;
        }
        if (messages.take(result)) {
            narration.accept("审批结果 " + result.path("filingNo").asText() + " "
                    + result.path("resultName").asText() + " 证明 "
                    + result.at("/certificate/certNo").asText("无") + "，文件 " + whole + " 个");
        }
    }

    /** One that came; false of one that is only named. */
    private static boolean isWhole(JsonNode file) {
        if (!file.has("content")) {
            return false;
        }
        try {
            byte[] content = Base64.getDecoder().decode(file.path("content").asText());
            if (HexFormat.of()
                    .formatHex(Sm3.of(content))
                    .equals(file.path("sm3").asText())) {
                return true;
            }
        } catch (IllegalArgumentException noBase64) {
            throw new Denied(
                    Denied.FIELD, "附件不是 base64：" + file.path("fileName").asText());
        }
        throw new Denied(Denied.FIELD, "附件与 sm3 不符：" + file.path("fileName").asText());
    }
}
