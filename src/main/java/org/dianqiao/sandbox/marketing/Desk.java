package org.dianqiao.sandbox.marketing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dianqiao.sandbox.outside.Sm3;
import org.jspecify.annotations.Nullable;

/** Takes leads and results of permits, and shows them to whoever looks on. */
final class Desk {

    private final Messages messages = new Messages();
    private final @Nullable Workshop workshop;
    private final Consumer<String> narration;

    /** What more is told of a lead is taken and no more. One that was a hint at first is answered once it is more. */
    private final Set<String> answeredLeads = ConcurrentHashMap.newKeySet();

    Desk(@Nullable Workshop workshop, Consumer<String> narration) {
        this.workshop = workshop;
        this.narration = narration;
    }

    boolean has(String messageNumber) {
        return messages.has(messageNumber);
    }

    void lead(JsonNode lead) {
        if (messages.take(lead)) {
            String number = lead.path("leadNo").asText();
            narration.accept("线索 " + number + " " + lead.path("projectName").asText() + " 状态 "
                    + lead.path("leadStatus").asText());
            if (workshop != null && LeadState.areOwedTo(lead) && answeredLeads.add(number)) {
                workshop.answer(lead);
            }
        }
    }

    void result(JsonNode result) {
        long whole = files(result).filter(Desk::isWhole).count();
        if (messages.take(result)) {
            narration.accept("审批结果 " + result.path("filingNo").asText() + " "
                    + result.path("resultName").asText() + " 证明 "
                    + result.at("/certificate/certNo").asText("无") + "，文件 " + whole + " 个");
        }
    }

    /** In XML a single one is no list. */
    private static Stream<JsonNode> files(JsonNode result) {
        JsonNode files = result.path("files");
        return files.isObject() ? Stream.of(files) : StreamSupport.stream(files.spliterator(), false);
    }

    /** One that came; false of one that is only named. */
    private static boolean isWhole(JsonNode file) {
        if (!file.has("content")) {
            return false;
        }
        if (!digest(file).equals(file.path("sm3").asText())) {
            throw new Denied(Denied.FIELD, "附件与 sm3 不符：" + file.path("fileName").asText());
        }
        return true;
    }

    private static String digest(JsonNode file) {
        try {
            byte[] content = Base64.getDecoder().decode(file.path("content").asText());
            return HexFormat.of().formatHex(Sm3.of(content));
        } catch (IllegalArgumentException noBase64) {
            throw new Denied(
                    Denied.FIELD, "附件不是 base64：" + file.path("fileName").asText());
        }
    }
}
