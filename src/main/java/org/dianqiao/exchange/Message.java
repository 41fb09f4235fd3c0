package org.dianqiao.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import org.dianqiao.catalogue.Service;
import org.dianqiao.ledger.Signed;
import org.dianqiao.partner.Partner;
import org.jspecify.annotations.Nullable;

/**
 * A message that passed all checks.
 *
 * @param to the partner it is meant for; absent: whoever acts for the region
 * @param entry the id of the ledger entry that it will have
 * @param receivedAt our time; what the message says of time is a claim
 * @param payload the first part as JSON; missing where the service has no contract
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

    static JsonNode noPayload() {
        return MissingNode.getInstance();
    }
}
