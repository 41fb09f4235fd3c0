package org.dianqiao.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.dianqiao.delivery.DeliveryParts.Kept;
import org.dianqiao.exchange.Kind;
import org.dianqiao.exchange.StrictJson;

/**
 * A message of ours with the parts that it carries, ready to be tried.
 *
 * @param awaited what the partner has to answer with
 */
public record Consignment(Delivery delivery, List<Kept> parts, Kind awaited) {

    /** What it is about, the first of its parts. */
    public JsonNode payload() {
        Kept first = parts.get(0);
        return StrictJson.readPayload(Objects.requireNonNull(first.content(), "a payload is never in pieces"));
    }

    static Consignment of(Delivery delivery, List<Kept> parts) {
        return new Consignment(delivery, parts, Kind.RECEIPT);
    }
}
