package org.dianqiao.sandbox.licences;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.Objects;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.dianqiao.sandbox.outside.Json;
import org.dianqiao.sandbox.outside.Reply;

/** The head and the data of an answer, encrypted as the account wants it: hexadecimal, 04 C1 C3 C2 (GM/T 0009). */
final class Envelope {

    private Envelope() {}

    static Reply done(Account account, ObjectNode data) {
        ObjectNode answer = head(Status.DONE, Status.DONE.message());
        switch (account.secrecy()) {
            case NONE -> answer.set("data", data);
            case DATA -> answer.put("data", encrypted(data, account));
            case CERT_DATA -> answer.set("data", hidden(data, account));
        }
        return Reply.json(answer);
    }

    static Reply denied(Denied denied) {
        ObjectNode answer = head(denied.status(), String.valueOf(denied.getMessage()));
        answer.putObject("data");
        return Reply.json(answer).failure();
    }

    private static ObjectNode head(Status status, String message) {
        ObjectNode answer = Json.object();
        answer.putObject("head").put("status", status.code()).put("message", message);
        return answer;
    }

    private static ObjectNode hidden(ObjectNode data, Account account) {
        return data.has("certData") ? data.put("certData", encrypted(data.path("certData"), account)) : data;
    }

    private static String encrypted(JsonNode json, Account account) {
        ECPublicKeyParameters key = Objects.requireNonNull(account.key());
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(key));
        byte[] clear = Json.bytes(json);
        try {
            return HexFormat.of().withUpperCase().formatHex(engine.processBlock(clear, 0, clear.length));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }
}
