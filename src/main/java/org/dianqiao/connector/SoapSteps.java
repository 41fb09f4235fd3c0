package org.dianqiao.connector;

import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.cxf.common.CxfPayload;
import org.dianqiao.codes.SoapEnvelope;
import org.dianqiao.connector.Dialects.Written;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Heard;
import org.dianqiao.delivery.Heard.Raw;
import org.dianqiao.delivery.Heard.Silence;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Credentials;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One call in SOAP: CXF puts it into the form that the WSDL wants, `routes/connectors/soap.camel.yaml` brings it over the
 * line that everything goes out by.
 */
@Component
public class SoapSteps {

    /** Where below the partner's address the call goes. */
    static final String PATH = "path";

    private static final String OF_THE_CALL = "RequestContext";

    private final Addresses addresses;
    private final SoapMessages messages;

    SoapSteps(Addresses addresses, SoapMessages messages) {
        this.addresses = addresses;
        this.messages = messages;
    }

    /** What stands in the body, as CXF wants it; the envelope around it is CXF's. */
    public void call(Exchange exchange, @Body Written written, String path) {
        exchange.setProperty(PATH, path);
        exchange.removeProperty(LineConduit.HEARD);
        exchange.setProperty(OF_THE_CALL, Map.of(LineConduit.CALL, exchange));
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage()
                .setBody(new CxfPayload<>(
                        List.of(),
                        SoapEnvelope.children(SoapEnvelope.read(written.bytes()).body())));
    }

    /** Signed anew at each attempt, and addressed. */
    public void address(
            Exchange exchange,
            @Body byte[] envelope,
            @ExchangeProperty(OutwardSteps.SENT) Consignment sent,
            @ExchangeProperty(PATH) String path) {
        String partner = sent.delivery().partner();
        Object action = exchange.getMessage().getHeader(LineConduit.ACTION);
        exchange.getMessage().removeHeaders("*");
        addresses.of(partner, path).forEach(exchange.getMessage()::setHeader);
        exchange.getMessage().setHeader(LineConduit.ACTION, action);
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, SoapMessages.TYPE);
        exchange.getMessage().setBody(messages.sign(addresses.credentials(partner), envelope));
    }

    /** Of who signs, only what they signed is an answer. */
    public Heard open(@Body Heard heard, @ExchangeProperty(OutwardSteps.SENT) Consignment sent) {
        String partner = sent.delivery().partner();
        Credentials credentials = addresses.credentials(partner);
        if (credentials.soapKeys() == null || !(heard instanceof Raw raw)) {
            return heard;
        }
        try {
            messages.admit(partner, credentials, raw.body());
            return raw;
        } catch (Refused refused) {
            return new Silence(
                    "HTTP " + raw.status() + ", not signed as it must be: " + refused.detail(), false, "应答未按约定签名");
        }
    }

    /** What they said, whether or not CXF finds it in the WSDL: the mapping decides what it means. */
    public Heard hear(
            @ExchangeProperty(LineConduit.HEARD) @Nullable Heard heard,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) @Nullable Exception cause) {
        if (heard == null) {
            throw new IllegalStateException("the call never left", cause);
        }
        return heard;
    }
}
