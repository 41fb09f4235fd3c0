package org.dianqiao.connector;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Logger;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.cxf.common.logging.LogUtils;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.ws.addressing.EndpointReferenceType;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.codes.SoapEnvelope;
import org.dianqiao.delivery.Heard;
import org.dianqiao.delivery.Heard.Raw;

/**
 * CXF's way out is ours: an HTTP client of its own would know nothing of addresses that are not to be gone to, of answers
 * that never end, of who hangs up when. So CXF gets only an answer that came whole, in time, signed where it must be, and
 * in an envelope: of some that are none it says what nobody would take for their fault.
 */
final class LineConduit extends AbstractConduit {

    /** The exchange that a call is part of, in what CXF knows of the call. */
    static final String CALL = "org.dianqiao.call";

    static final String HEARD = "heard";
    static final String ACTION = "SOAPAction";

    private static final String LINE = "direct:soap.line";
    private static final Logger LOG = LogUtils.getL7dLogger(LineConduit.class);
    private static final int OK = 200;

    private final ProducerTemplate routes;

    LineConduit(ProducerTemplate routes) {
        super(new EndpointReferenceType());
        this.routes = routes;
    }

    @Override
    public void prepare(Message message) {
        message.setContent(OutputStream.class, new ByteArrayOutputStream());
    }

    /** CXF has written the whole of it. */
    @Override
    public void close(Message message) throws IOException {
        if (message.getContent(OutputStream.class) instanceof ByteArrayOutputStream written) {
            message.removeContent(OutputStream.class);
            answer(message, say(message, written.toByteArray()));
        }
    }

    private Heard say(Message message, byte[] envelope) {
        Exchange call = (Exchange) Objects.requireNonNull(message.get(CALL));
        Exchange said = routes.send(LINE, exchange -> {
            exchange.getProperties().putAll(call.getProperties());
            exchange.getMessage().setHeader(ACTION, action(message));
            exchange.getMessage().setBody(envelope);
        });
        if (said.getException() != null) {
            throw new IllegalStateException(said.getException());
        }
        Heard heard = said.getMessage().getBody(Heard.class);
        call.setProperty(HEARD, heard);
        return heard;
    }

    private static String action(Message message) {
        Map<String, List<String>> headers = CastUtils.cast((Map<?, ?>) message.get(Message.PROTOCOL_HEADERS));
        return headers == null
                ? "\"\""
                : headers.getOrDefault(ACTION, List.of("\"\"")).get(0);
    }

    private void answer(Message asked, Heard heard) throws IOException {
        if (!(heard instanceof Raw raw) || raw.status() != OK || !isEnvelope(raw.body())) {
            throw new IOException("no answer that the WSDL could be asked about");
        }
        Message answer = new MessageImpl();
        answer.setExchange(asked.getExchange());
        answer.put(Message.RESPONSE_CODE, raw.status());
        answer.put(Message.CONTENT_TYPE, "text/xml");
        answer.setContent(InputStream.class, new ByteArrayInputStream(raw.body()));
        getMessageObserver().onMessage(answer);
    }

    private static boolean isEnvelope(byte[] answer) {
        try {
            SoapEnvelope.read(answer);
            return true;
        } catch (MappingFault none) {
            return false;
        }
    }

    @Override
    protected Logger getLogger() {
        return LOG;
    }
}
