package org.dianqiao.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.dianqiao.delivery.Heard.Raw;
import org.dianqiao.delivery.Heard.Silence;
import org.dianqiao.exchange.Said;
import org.dianqiao.exchange.Wire;
import org.dianqiao.ledger.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One request to a partner who speaks DQX, as Camel's HTTP component wants it, and what came back. */
@Component
public class LineSteps {

    static final int LARGEST_ANSWER = 4 << 20;

    private final DeliverySettings settings;
    private final SeveralParts several;

    LineSteps(DeliverySettings settings, SeveralParts several) {
        this.settings = settings;
        this.several = several;
    }

    static void prepare(Message request, URI endpoint, Delivery delivery, DeliveryBody body) {
        request.setHeader(Exchange.HTTP_URI, endpoint + "/" + delivery.service());
        request.setHeader(Exchange.HTTP_METHOD, "POST");
        request.setHeader("DQ-Manifest", Wire.base64(delivery.message().manifest()));
        request.setHeader("DQ-Signature", Wire.base64(delivery.message().signature()));
        Signed origin = delivery.origin();
        if (origin != null) {
            request.setHeader("DQ-Origin-Manifest", Wire.base64(origin.manifest()));
            request.setHeader("DQ-Origin-Signature", Wire.base64(origin.signature()));
        }
        if (body.type() != null) {
            request.setHeader(Exchange.CONTENT_TYPE, body.type());
        }
        request.setBody(body.bytes());
    }

    /** Reads the answer, so much of it at the most and for so long at the most. */
    public Heard read(Exchange exchange) throws IOException {
        Message answer = exchange.getMessage();
        if (answer.getBody() instanceof Silence silence) {
            return silence;
        }
        try (InputStream in = body(answer)) {
            String manifest = answer.getHeader("DQ-Manifest", String.class);
            String type = answer.getHeader(Exchange.CONTENT_TYPE, String.class);
            List<Said> said = several.take(manifest, type, in, asked(exchange));
            return new Raw(
                    answer.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
                    manifest,
                    answer.getHeader("DQ-Signature", String.class),
                    type,
                    said.isEmpty() ? bytes(in) : said.get(0).content().bytes(),
                    said.isEmpty() ? said : said.subList(1, said.size()));
        }
    }

    private InputStream body(Message answer) {
        InputStream body = answer.getBody(InputStream.class);
        return body == null ? InputStream.nullInputStream() : new InTime(body, settings.timeout());
    }

    /** Where it is the answer to a question that somebody waits for. */
    private static org.dianqiao.exchange.@Nullable Message asked(Exchange exchange) {
        return exchange.getProperty("query", org.dianqiao.exchange.Message.class);
    }

    /** The line broke, or they were silent for too long. */
    public Heard broken(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause) {
        if (cause instanceof TooLarge) {
            return new Silence("the answer is too large", false, "应答过大");
        }
        boolean timedOut = cause instanceof SocketTimeoutException;
        return new Silence(
                timedOut ? "no answer in time" : cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                timedOut);
    }

    private static byte[] bytes(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST_ANSWER + 1);
        if (bytes.length > LARGEST_ANSWER) {
            throw new TooLarge();
        }
        return bytes;
    }
}
