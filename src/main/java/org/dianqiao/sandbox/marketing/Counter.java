package org.dianqiao.sandbox.marketing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.dianqiao.sandbox.outside.Asked;
import org.dianqiao.sandbox.outside.Json;
import org.dianqiao.sandbox.outside.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Takes applications, leads and results, and says what became of them. The service is named twice: in the address and in
 * the body.
 */
record Counter(Orders orders, Consumer<Order> taken, Desk desk) {

    static final String APPLY = "20001780";
    static final String ASK = "20001781";
    static final String LEAD = "20001782";
    static final String RESULT = "20001783";
    static final String ASK_MESSAGE = "20001784";

    private static final List<String> OF_APPLICATIONS = List.of(
            "preAppNo",
            "channelNo",
            "proCode",
            "cityCode",
            "countyCode",
            "elecAddr",
            "busiTypeCode",
            "custType",
            "consName",
            "orgNo");
    private static final List<String> OF_LEADS =
            List.of("msgNo", "leadNo", "leadSource", "leadStatus", "proCode", "cityCode", "countyCode", "orgNo");
    private static final List<String> OF_RESULTS = List.of("msgNo", "filingNo", "result", "auditTime");
    private static final Set<String> TAKING = Set.of(APPLY, LEAD, RESULT);
    private static final Set<String> CUSTOMERS = Set.of("01", "02", "03");

    Reply answer(Asked asked) {
        try {
            ObjectNode body = asked.json().orElseThrow(() -> new Denied(Denied.EXCEPTION, "系统异常：报文不是 JSON"));
            String service = asked.parameter("serCode").orElse("");
            if (!service.equals(body.path("serviceCode").asText())) {
                throw new Denied(Denied.FIELD, "serCode 与 serviceCode 不一致");
            }
            Reply reply = reply(said(service, body.path("data")));
            return changes(service) ? reply.change() : reply;
        } catch (Denied denied) {
            return reply(code(denied.code(), denied.getMessage())).failure();
        }
    }

    static boolean changes(String service) {
        return TAKING.contains(service);
    }

    ObjectNode said(String service, JsonNode data) {
        return switch (service) {
            case APPLY -> apply(data);
            case ASK -> tell(data);
            case LEAD -> take(data, OF_LEADS, desk::lead);
            case RESULT -> take(data, OF_RESULTS, desk::result);
            case ASK_MESSAGE -> tellOfMessage(data);
            default -> throw new Denied(Denied.FIELD, "没有这个服务：" + service);
        };
    }

    private ObjectNode apply(JsonNode application) {
        OF_APPLICATIONS.forEach(field -> require(application, field));
        if (!CUSTOMERS.contains(application.path("custType").asText())) {
            throw new Denied(Denied.FIELD, "custType 不是 01、02、03");
        }
        orders.take((ObjectNode) application).ifPresent(taken);
        return done();
    }

    private ObjectNode tell(JsonNode question) {
        require(question, "preAppNo");
        Order order = orders.find(question.path("preAppNo").asText())
                .orElseThrow(() -> new Denied(Denied.UNKNOWN, "预申请编号不存在"));
        return done().setAll(order.data());
    }

    private static ObjectNode take(JsonNode data, List<String> fields, Consumer<JsonNode> taking) {
        fields.forEach(field -> require(data, field));
        taking.accept(data);
        return done().put("msgNo", data.path("msgNo").asText());
    }

    private ObjectNode tellOfMessage(JsonNode question) {
        require(question, "msgNo");
        String number = question.path("msgNo").asText();
        if (!desk.has(number)) {
            throw new Denied(Denied.UNKNOWN, "消息编号不存在");
        }
        return done().put("msgNo", number);
    }

    /** Text only: a number would have lost its leading zeros on the way. */
    private static void require(JsonNode data, String field) {
        if (!data.path(field).isTextual() || data.path(field).textValue().isBlank()) {
            throw new Denied(Denied.FIELD, "缺少字段或不是字符串：" + field);
        }
    }

    private static ObjectNode done() {
        return code("00000", "成功");
    }

    private static ObjectNode code(String code, @Nullable String message) {
        return Json.object().put("code", code).put("message", message);
    }

    private static Reply reply(JsonNode said) {
        ObjectNode answer = Json.object();
        answer.putObject("data").set("data", said);
        return Reply.json(answer);
    }
}
