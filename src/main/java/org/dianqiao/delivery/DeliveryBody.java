package org.dianqiao.delivery;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dianqiao.delivery.DeliveryParts.Kept;
import org.dianqiao.exchange.KeptPartStore;
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
        List<InputStream> streams = new ArrayList<>();
        for (Kept part : parts) {
            streams.add(text("--" + boundary + "\r\nContent-Disposition: attachment; name=\"" + part.name()
                    + "\"\r\nContent-Type: " + part.type() + "\r\n\r\n"));
            streams.add(stream(part, store));
            streams.add(text("\r\n"));
        }
        streams.add(text("--" + boundary + "--\r\n"));
        return new DeliveryBody(
                "multipart/mixed; boundary=" + boundary, new SequenceInputStream(Collections.enumeration(streams)));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream stream(Kept part, KeptPartStore store) {
        return part.content() != null
                ? new ByteArrayInputStream(part.content())
                : store.open(part.entry(), part.ordinal(), part.length());
    }
}
