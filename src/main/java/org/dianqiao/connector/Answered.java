package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.dianqiao.exchange.Code;

/**
 * What the gateway said to a translated call.
 *
 * @param status as HTTP has it: 202 accepted, 200 known already or a reply, otherwise refused
 * @param body the receipt, the reply, or the problem with its `code`
 */
public record Answered(Translated translated, int status, JsonNode body) {

    static Answered unavailable(Translated translated) {
        return new Answered(
                translated,
                Code.UNAVAILABLE.status(),
                JsonNodeFactory.instance.objectNode().put("code", Code.UNAVAILABLE.word()));
    }
}
