package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Kind;
import org.dianqiao.exchange.Refused;

/** What cannot be said in the words of who is to hear it. A message waits for an operator; a question is refused. */
final class Unsayable {

    private Unsayable() {}

    static RuntimeException of(Kind awaited, JsonNode payload, MappingFault fault) {
        if (awaited != Kind.REPLY) {
            return fault;
        }
        return isIn(payload, fault.field())
                ? Refused.violating(fault.field(), "答复单位的系统不能接受：" + fault.zh())
                : new Refused(Code.PROVIDER_FAILED, "这一查询无法转换为答复单位系统的格式，并未送出，重发无益，请与网关的运行单位联系。");
    }

    private static boolean isIn(JsonNode payload, String field) {
        return field.startsWith("/") && !payload.at(field).isMissingNode();
    }
}
