package org.dianqiao.delivery;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.dianqiao.delivery.DeliveryParts.Kept;
import org.dianqiao.exchange.KeptPartStore;
import org.dianqiao.exchange.MixedBody;
import org.dianqiao.exchange.MixedBody.Piece;
import org.jspecify.annotations.Nullable;

/** The parts of a delivery as the body of a request. Large ones come out of the database piece by piece. */
record DeliveryBody(@Nullable String type, Object bytes) {

    static DeliveryBody of(String messageId, List<Kept> parts, KeptPartStore store) {
        if (parts.isEmpty()) {
            return new DeliveryBody(null, new byte[0]);
        }
        if (parts.size() > 1) {
            return multipart("dqx-" + messageId, parts, store);
        }
        Kept part = parts.get(0);
        return new DeliveryBody(part.type(), part.content() != null ? part.content() : stream(part, store));
    }

    private static DeliveryBody multipart(String boundary, List<Kept> parts, KeptPartStore store) {
        MixedBody mixed = new MixedBody(
                boundary,
                parts.stream()
                        .map(part -> new Piece(part.name(), part.type(), () -> stream(part, store)))
                        .toList());
        return new DeliveryBody(mixed.type(), mixed.open());
    }

    private static InputStream stream(Kept part, KeptPartStore store) {
        return part.content() != null
                ? new ByteArrayInputStream(part.content())
                : store.open(part.entry(), part.ordinal(), part.length());
    }
}
