package org.dianqiao.sandbox.marketing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dianqiao.sandbox.outside.Asked;
import org.dianqiao.sandbox.outside.CallersSoap;
import org.dianqiao.sandbox.outside.Json;
import org.dianqiao.sandbox.outside.Reply;
import org.dianqiao.sandbox.outside.SignedSoap;
import org.dianqiao.sandbox.outside.Soap;

/** The older form of the counter: an ORDER as a string, signed by who brings it; the answer is signed too. */
record SoapCounter(Counter counter, CallersSoap callers, SignedSoap signed) {

    static final String APPLY = "0207115";
    static final String ASK = "0207116";

    private static final String NAMESPACE = "urn:marketing:esb";

    Reply answer(Asked asked) {
        Optional<String> objection = callers.objection(asked.body());
        if (objection.isPresent()) {
            return Soap.reply(Soap.fault(objection.get())).status(500).failure();
        }
        boolean applies = new String(asked.body(), StandardCharsets.UTF_8).contains(APPLY);
        ObjectNode answer = Json.object();
        answer.set("data", said(asked));
        Reply reply = Soap.reply(
                signed.envelope(Soap.operation(NAMESPACE, "transformationResponse", "return", "ORDER", answer)));
        return applies ? reply.change() : reply;
    }

    /** What is answered says to which application: the signature alone does not. */
    private ObjectNode said(Asked asked) {
        try {
            ObjectNode order =
                    Soap.asked(asked.body()).orElseThrow(() -> new Denied(Denied.EXCEPTION, "系统异常：报文不是 ORDER"));
            ObjectNode said = said(order);
            return said.set("preAppNo", order.at("/data/preAppNo"));
        } catch (Denied denied) {
            return denied(denied);
        }
    }

    private ObjectNode said(ObjectNode order) {
        try {
            ObjectNode data = order.withObjectProperty("data");
            return switch (order.path("SERVICECODE").asText()) {
                case APPLY -> counter.said(Counter.APPLY, data.<ObjectNode>set("channelNo", data.path("channelType")));
                case ASK -> counter.said(Counter.ASK, data);
                default -> throw new Denied(Denied.FIELD, "没有这个服务");
            };
        } catch (Denied denied) {
            return denied(denied);
        }
    }

    private static ObjectNode denied(Denied denied) {
        return Json.object().put("code", denied.code()).put("message", denied.getMessage());
    }
}
