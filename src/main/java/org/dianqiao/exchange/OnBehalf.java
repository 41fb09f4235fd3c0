package org.dianqiao.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * Asks others in the name of who asked us 代为查询: drawn up and signed by the gateway, and marked so. From there on it is a
 * question like every other, with its checks, its provider, its two entries in the ledger and its reply.
 */
public final class OnBehalf {

    private final Attesting attesting;
    private final Passage passage;

    public OnBehalf(Attesting attesting, Passage passage) {
        this.attesting = attesting;
        this.passage = passage;
    }

    public Told ask(Message question, String service, JsonNode payload) {
        byte[] bytes = payload.toString().getBytes(StandardCharsets.UTF_8);
        try (Attested further = attesting.further(question, service, bytes)) {
            return Told.of(passage.answer(further));
        }
    }
}
