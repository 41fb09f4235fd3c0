package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.exchange.StrictJson;
import org.dianqiao.partner.Credentials;
import org.dianqiao.trust.OpeningKey;

/**
 * What a licence service puts around its words: our account, which no mapping sees, and where it likes a cipher under
 * our public key in place of `data` or of `data.certData`.
 */
record LicenceEnvelope(OpeningKey key) {

    private static final String DATA = "data";
    private static final String HELD = "certData";

    static byte[] around(JsonNode data, Credentials account) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.putObject("head")
                .put("accessId", account.account())
                .put("accessToken", account.secret().text());
        envelope.set(DATA, data);
        return envelope.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same answer with what was encrypted in clear. MappingFault where it does not open. */
    JsonNode opened(JsonNode answer) {
        if (answer instanceof ObjectNode envelope) {
            open(envelope, DATA, "/data");
            if (envelope.path(DATA) instanceof ObjectNode data) {
                open(data, HELD, "/data/certData");
            }
        }
        return answer;
    }

    private void open(ObjectNode within, String member, String pointer) {
        JsonNode sealed = within.path(member);
        if (sealed.isTextual() && !sealed.textValue().isEmpty()) {
            within.set(member, json(clear(sealed.textValue(), pointer)));
        }
    }

    private byte[] clear(String hex, String pointer) {
        try {
            return key.opened(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            throw MappingFault.sealed(pointer, "不是以我方公钥加密的内容", "it is not encrypted under our key");
        }
    }

    private static JsonNode json(byte[] clear) {
        try {
            return StrictJson.readPayload(clear);
        } catch (IllegalArgumentException e) {
            throw MappingFault.unreadable(e);
        }
    }
}
