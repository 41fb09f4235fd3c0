package org.dianqiao.connector;

import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.dianqiao.connector.Dialects.Written;
import org.dianqiao.delivery.Consignment;
import org.dianqiao.delivery.Heard;
import org.dianqiao.delivery.Outcome;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Kind;
import org.dianqiao.exchange.Refused;
import org.springframework.stereotype.Component;

/** What is said to a partner in its dialect, on its way out: `routes/connectors/<dialect>/`. */
@Component
public class OutwardSteps {

    static final String SENT = "sent";

    private final Dialects dialects;
    private final Addresses addresses;
    private final UnsignedAnswers answers;

    OutwardSteps(Dialects dialects, Addresses addresses, UnsignedAnswers answers) {
        this.dialects = dialects;
        this.addresses = addresses;
        this.answers = answers;
    }

    /** Into their words. */
    public Written write(Exchange exchange, @Body Consignment consignment, String mapping) {
        exchange.setProperty(SENT, consignment);
        return dialects.write(consignment, mapping);
    }

    /** To this place below the partner's address, signed by headers as its file says. */
    public void address(
            Exchange exchange, @Body Written written, @ExchangeProperty(SENT) Consignment sent, String path) {
        Message request = exchange.getMessage();
        request.removeHeaders("*");
        headers(sent, path).forEach(request::setHeader);
        request.setHeader(Exchange.CONTENT_TYPE, written.type());
        request.setBody(written.bytes());
    }

    /** A question that cannot be put is refused; a message waits. */
    private Map<String, String> headers(Consignment sent, String path) {
        try {
            return addresses.of(sent.delivery().partner(), path);
        } catch (NoSecret none) {
            if (sent.awaited() == Kind.REPLY) {
                throw Refused.later(Code.PROVIDER_FAILED, "答复单位的平台尚未给出有效的密钥，暂时不能查询，请稍后重新查询。", 60);
            }
            throw none;
        }
    }

    /** What they answered: only what they say is taken is delivered; what nobody knows is tried again. */
    public Outcome understand(@Body Heard heard, @ExchangeProperty(SENT) Consignment sent, String mapping) {
        return answers.read(sent, heard, mapping);
    }
}
