package org.dianqiao.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What came of a question that was asked on behalf of a partner.
 *
 * @param status 200, or that of a refusal
 * @param entry where question and answer stand in the ledger; absent where nothing could be recorded
 * @param by who answered; absent where nobody did
 * @param attested where they do not sign, and the answer is written down by us
 * @param heldFor how many seconds ago they said it, where they are silent and said it before
 */
public record Told(
        int status,
        @Nullable String entry,
        @Nullable String by,
        @Nullable Attestation attested,
        @Nullable Long heldFor,
        JsonNode body) {

    private static final String ORIGIN = "DQ-Origin-Manifest";

    static Told of(Answer answer) {
        String manifest = answer.headers().get("DQ-Manifest");
        JsonNode said = manifest == null ? Message.noPayload() : StrictJson.read(Wire.bytes(manifest));
        return new Told(
                answer.status(),
                answer.headers().get("DQ-Entry"),
                answerer(answer, said),
                answer.headers().containsKey(ORIGIN) ? null : Attestation.in(said),
                said.at("/held/age").isNumber() ? said.at("/held/age").longValue() : null,
                StrictJson.read(answer.body().content().bytes()));
    }

    private static @Nullable String answerer(Answer answer, JsonNode said) {
        String origin = answer.headers().get(ORIGIN);
        return origin == null
                ? said.at("/attested/of").asText(null)
                : StrictJson.read(Wire.bytes(origin)).path("from").asText(null);
    }

    public boolean isReply() {
        return status == 200;
    }
}
