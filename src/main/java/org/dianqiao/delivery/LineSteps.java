package org.dianqiao.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.dianqiao.delivery.Heard.Raw;
import org.dianqiao.delivery.Heard.Silence;
import org.dianqiao.exchange.Wire;
import org.dianqiao.ledger.Signed;
import org.springframework.stereotype.Component;

/** One request to a partner who speaks DQX, as Camel's HTTP component wants it, and what came back. */
@Component
public class LineSteps {

    private static final int LARGEST_ANSWER = 4 << 20;

    private final DeliverySettings settings;

    LineSteps(DeliverySettings settings) {
        this.settings = settings;
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
        try (InputStream in = answer.getBody(InputStream.class)) {
            return new Raw(
                    answer.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class),
                    answer.getHeader("DQ-Manifest", String.class),
                    answer.getHeader("DQ-Signature", String.class),
                    answer.getHeader(Exchange.CONTENT_TYPE, String.class),
                    in == null ? new byte[0] : bytes(in));
        }
    }

    /** The line broke, or they were silent for too long. */
    public Heard broken(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause) {
        boolean timedOut = cause instanceof SocketTimeoutException;
        return new Silence(
                timedOut ? "no answer in time" : cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                timedOut);
    }

    private byte[] bytes(InputStream in) throws IOException {
        long until = System.nanoTime() + settings.timeout().toNanos();
        byte[] bytes = new byte[8192];
        int length = 0;
        for (int n = in.read(bytes); n >= 0; n = in.read(bytes, length, bytes.length - length)) {
            length += n;
            if (length > LARGEST_ANSWER) {
                throw new IOException("the answer is too large");
            }
            if (System.nanoTime() > until) {
                throw new SocketTimeoutException("the answer came too slowly");
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
