package org.dianqiao.sandbox.marketing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dianqiao.sandbox.outside.Json;
import org.dianqiao.sandbox.outside.Sm3;

/** What else was told than applications, by the number of each message. Of what it said no more is kept than its digest. */
final class Messages {

    private static final int MOST = 10_000;

    private final Map<String, String> digests = new LinkedHashMap<>();

    /** Whether it is new; false if the same was taken before. */
    synchronized boolean take(JsonNode message) {
        String number = message.path("msgNo").asText();
        String digest = HexFormat.of().formatHex(Sm3.of(Json.bytes(message)));
        String before = digests.get(number);
        if (before != null && !before.equals(digest)) {
            throw new Denied(Denied.REPEATED, "消息编号重复，内容不同");
        }
        if (before == null && digests.size() == MOST) {
            throw new Denied(Denied.EXCEPTION, "系统异常：消息已满");
        }
        return digests.put(number, digest) == null;
    }

    synchronized boolean has(String number) {
        return digests.containsKey(number);
    }
}
