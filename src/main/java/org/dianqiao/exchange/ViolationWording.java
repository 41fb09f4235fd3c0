package org.dianqiao.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.dianqiao.exchange.Contracts.Violation;

/**
 * Says in the officer's words what the validator found. The validator's own sentences are not used: some of them repeat
 * the value, which may be a person's.
 */
final class ViolationWording {

    /** A contract may bring its own sentence for a keyword, under this member. */
    static final String OWN = "message";

    private static final Map<String, String> TYPES = Map.of(
            "string", "字符串",
            "number", "数字",
            "integer", "整数",
            "boolean", "true 或 false",
            "object", "对象",
            "array", "数组",
            "null", "null");

    private ViolationWording() {}

    static boolean isOfAnIdentifier(ValidationMessage found) {
        return found.getType().equals("format")
                && IdentifierFormat.named(found.getArguments()[0]).isPresent();
    }

    static Violation of(ValidationMessage found) {
        String pointer = found.getInstanceLocation().toString();
        return found.getType().equals("required")
                ? new Violation(pointer + "/" + found.getProperty(), "缺少 " + found.getProperty())
                : new Violation(pointer, message(found));
    }

    private static String message(ValidationMessage found) {
        if (found.getMessage().equals(found.getMessageKey())) {
            return found.getMessage();
        }
        JsonNode rule = found.getSchemaNode();
        return switch (found.getType()) {
            case "type" -> "应为" + types(rule);
            case "enum" -> "应为以下之一：" + list(rule);
            case "const" -> "应为 " + rule.asText();
            case "format" -> format(found);
            case "minLength" -> rule.asInt() == 1 ? "不得为空" : "不得少于 " + rule + " 个字符";
            case "maxLength" -> "不得超过 " + rule + " 个字符";
            case "minimum" -> "不得小于 " + rule;
            case "maximum" -> "不得大于 " + rule;
            case "exclusiveMinimum" -> "应大于 " + rule;
            case "multipleOf" -> "不得细于 " + rule;
            case "minItems" -> "不得少于 " + rule + " 项";
            case "maxItems" -> "不得超过 " + rule + " 项";
            case "oneOf" -> "须给出且只给出以下之一：" + alternatives(rule);
            default -> "不符合约定（" + found.getType() + "）";
        };
    }

    private static String format(ValidationMessage found) {
        Object format = found.getArguments()[0];
        if (format.equals("date")) {
            return "应为日期，如 2026-09-30";
        }
        if (format.equals("date-time")) {
            return "应为带时区的时间（RFC 3339），如 2026-09-30T09:00:00+08:00";
        }
        return IdentifierFormat.named(format)
                .map(identifier ->
                        identifier.check(found.getInstanceNode().asText()).reason())
                .orElse("不符合格式 " + format);
    }

    private static String types(JsonNode rule) {
        return (rule.isArray() ? texts(rule) : List.of(rule.asText()))
                .stream().map(type -> TYPES.getOrDefault(type, type)).collect(Collectors.joining("或"));
    }

    private static String alternatives(JsonNode rule) {
        return StreamSupport.stream(rule.spliterator(), false)
                .map(branch -> list(branch.path("required")))
                .collect(Collectors.joining("；"));
    }

    private static String list(JsonNode rule) {
        return String.join("、", texts(rule));
    }

    private static List<String> texts(JsonNode rule) {
        return StreamSupport.stream(rule.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
