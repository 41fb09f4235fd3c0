package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** Who sits behind a counter. Each message is handed over once, repeats are answered by the counter. */
public interface Clerk {

    /** An event. It is acknowledged when this returns; whatever takes longer must be done elsewhere. */
    void take(Incoming event) throws Refusal;

    /** A query: its reply. */
    default JsonNode reply(Incoming query) throws Refusal {
        throw new Refusal(404, "unknown-service", "此处不提供 " + query.service());
    }
}
