package org.dianqiao.sandbox.marketing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dianqiao.sandbox.outside.Asked;
import org.dianqiao.sandbox.outside.CallersSoap;
import org.dianqiao.sandbox.outside.Json;
import org.dianqiao.sandbox.outside.Reply;
import org.dianqiao.sandbox.outside.SignedSoap;
import org.dianqiao.sandbox.outside.Soap;

/** The older form of the counter: an ORDER as a string, signed by who brings it; the answer is signed too. */
record SoapCounter(Counter counter, CallersSoap callers, SignedSoap signed) {

    /** What each service is called in the newer form. */
    private static final Map<String, String> SERVICES = new TreeMap<>(Map.of(
            "0207115", Counter.APPLY,
            "0207116", Counter.ASK,
            "0207117", Counter.LEAD,
            "0207118", Counter.RESULT,
            "0207119", Counter.ASK_MESSAGE));

    private static final List<String> NUMBERS = List.of("preAppNo", "msgNo");
    private static final String NAMESPACE = "urn:marketing:esb";

    Reply answer(Asked asked) {
        Optional<String> objection = callers.objection(asked.body());
        if (objection.isPresent()) {
            return Soap.reply(Soap.fault(objection.get())).status(500).failure();
        }
        ObjectNode order = Soap.asked(asked.body()).orElseGet(Json::object);
        ObjectNode answer = Json.object();
        answer.set("data", numbered(order));
        Reply reply = Soap.reply(
                signed.envelope(Soap.operation(NAMESPACE, "transformationResponse", "return", "ORDER", answer)));
        return Counter.changes(service(order)) ? reply.change() : reply;
    }

    static String codes() {
        return String.join(" / ", SERVICES.keySet());
    }

    private static String service(ObjectNode order) {
        return SERVICES.getOrDefault(order.path("SERVICECODE").asText(), "");
    }

    /** What is answered says to which message: the signature alone does not. */
    private ObjectNode numbered(ObjectNode order) {
        ObjectNode said = said(order);
        for (String number : NUMBERS) {
            if (order.path("data").has(number)) {
                said.set(number, order.path("data").path(number));
            }
        }
        return said;
    }

    private ObjectNode said(ObjectNode order) {
        try {
            if (!(order.path("data") instanceof ObjectNode data)) {
                throw new Denied(Denied.EXCEPTION, "系统异常：报文不是 ORDER");
            }
            String service = service(order);
            return counter.said(
                    service, service.equals(Counter.APPLY) ? data.set("channelNo", data.path("channelType")) : data);
        } catch (Denied denied) {
            return denied(denied);
        }
    }

    private static ObjectNode denied(Denied denied) {
        return Json.object().put("code", denied.code()).put("message", denied.getMessage());
    }
}
