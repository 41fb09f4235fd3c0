package org.dianqiao.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import org.dianqiao.catalogue.Service;
import org.dianqiao.exchange.Arrival.Held;
import org.dianqiao.ledger.Signed;
import org.dianqiao.partner.Partner;
import org.jspecify.annotations.Nullable;

/**
 * A message that passed all checks.
 *
 * @param contents of its parts, in their order; none where its part is only to come
 * @param to the partner it is meant for; absent: whoever acts for the region
 * @param entry the id of the ledger entry that it will have
 * @param receivedAt our time; what the message says of time is a claim
 * @param payload the first part as JSON, without what is ours to say; missing where the service has no contract
 */
public record Message(
        Opened opened,
        Service service,
        @Nullable String to,
        String entry,
        Instant receivedAt,
        List<Content> contents,
        JsonNode payload) {

    public Manifest manifest() {
        return opened.manifest();
    }

    public Signed signed() {
        return opened.signed();
    }

    public Partner sender() {
        return opened.sender();
    }

    /** Where the words are its sender's and the signature is ours. */
    public @Nullable Attestation attested() {
        return opened.attested();
    }

    public void untilAnswered(Held something) {
        opened.arrival().untilAnswered(something);
    }

    /** What an answer brings, until it has left. */
    public Content keep(Content content) {
        return opened.arrival().keep(content);
    }

    /** Something large in answer; it is kept until the answer has left. */
    public Replied reply(Said body) {
        keep(body.content());
        return new Replied(body);
    }

    static JsonNode noPayload() {
        return MissingNode.getInstance();
    }
}
