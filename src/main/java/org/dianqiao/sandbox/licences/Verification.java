package org.dianqiao.sandbox.licences;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianqiao.sandbox.outside.Json;

/** Whether what a caller says of a licence is so. */
record Verification(Register register, Question question) {

    private static final int INSUFFICIENT = 4;
    private static final int NO_RECORD = 5;
    private static final int EMPTY = 6;
    private static final int DIFFERENT = 7;
    private static final Map<String, String> HELD_AS =
            Map.of("holder", "czzt", "holderCode", "czztdm", "certNo", "zzbh");

    ObjectNode result() {
        String kind = question.permittedKind();
        JsonNode said = question.data().path("certData");
        if (!question.data().has("certData")) {
            throw new Denied(Status.EMPTY);
        }
        if (said.isEmpty()) {
            return result(EMPTY, "certData 为空");
        }
        String number = text(said, "certNo", Status.NUMBER_MISSING);
        text(said, "holderCode", Status.HOLDER_CODE_MISSING);
        text(said, "holder", Status.HOLDER_MISSING);
        return found(kind, number).map(licence -> compared(licence, said)).orElseGet(() -> result(NO_RECORD, "查无此证照"));
    }

    private Optional<Licence> found(String kind, String number) {
        return register.all().stream()
                .filter(licence ->
                        licence.kind().code().equals(kind) && licence.number().equals(number))
                .findFirst();
    }

    private ObjectNode compared(Licence licence, JsonNode said) {
        ObjectNode held = register.surface(licence);
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : said.properties()) {
            JsonNode value = held.path(HELD_AS.getOrDefault(field.getKey(), field.getKey()));
            if (value.isMissingNode()) {
                return result(INSUFFICIENT, "数据不足，无法核验：" + field.getKey());
            }
            if (!value.asText().equals(field.getValue().asText())) {
                different.add(field.getKey());
            }
        }
        Standing standing = register.standing(licence);
        return different.isEmpty()
                ? result(standing.result(), standing.message())
                : result(DIFFERENT, "部分信息不一致：" + String.join(",", different));
    }

    private static String text(JsonNode said, String name, Status otherwise) {
        String text = said.path(name).asText();
        if (text.isBlank()) {
            throw new Denied(otherwise);
        }
        return text;
    }

    private static ObjectNode result(int result, String message) {
        return Json.object().put("result", result).put("message", message);
    }
}
