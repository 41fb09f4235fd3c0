package org.dianqiao.connector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.dianqiao.delivery.Delivery;
import org.dianqiao.delivery.DeliverySettings;
import org.dianqiao.exchange.Content;
import org.dianqiao.exchange.KeptPartStore;
import org.dianqiao.exchange.KeptPartStore.Role;
import org.dianqiao.exchange.Manifests;
import org.dianqiao.exchange.Part;
import org.springframework.stereotype.Component;

/**
 * The files of a message as a mapping can say them: in base64, in the order of the message, as many as have room. One that
 * has none, or was erased meanwhile, is named without its content: the message must not wait for it.
 *
 * <p>Such a message stands in memory several times while it is written and signed: to each partner one goes at a time.
 */
@Component
class MarketingFiles {

    private final KeptPartStore parts;
    private final long room;
    private final Duration patience;
    private final OneByOne turns = new OneByOne();

    MarketingFiles(KeptPartStore parts, MarketingSettings settings, DeliverySettings delivery) {
        this.parts = parts;
        this.room = settings.largestFiles().toBytes();
        this.patience = delivery.timeout();
    }

    ArrayNode inTurn(Exchange exchange, Delivery delivery) throws IOException, InterruptedException {
        turns.take(exchange, delivery.partner(), patience);
        return of(delivery);
    }

    private ArrayNode of(Delivery delivery) {
        ArrayNode files = JsonNodeFactory.instance.arrayNode();
        List<Part> named = Manifests.read(delivery.message().manifest()).parts();
        long left = room;
        for (int i = 1; i < named.size(); i++) {
            Part part = named.get(i);
            Optional<Content> content =
                    part.length() > left ? Optional.empty() : parts.find(delivery.partsOf(), Role.MESSAGE, i, part);
            ObjectNode file = files.addObject()
                    .put("name", part.name())
                    .put("type", part.type())
                    .put("length", part.length())
                    .put("sm3", part.sm3());
            if (content.isPresent()) {
                left -= part.length();
                file.put(
                        "content",
                        Base64.getEncoder().encodeToString(content.get().bytes()));
            }
        }
        return files;
    }
}
