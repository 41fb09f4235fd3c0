package org.dianqiao.connector;

import java.nio.charset.StandardCharsets;
import org.dianqiao.codes.SoapEnvelope;
import org.dianqiao.exchange.Refused;

/** How who speaks SOAP is told that a message was not let in. Nobody signs it: it is not certain who would be answered. */
final class SoapFaults {

    private static final int FAULT = 500;

    private SoapFaults() {}

    static Reply of(Refused refused) {
        String whose = refused.retryAfterSeconds() > 0 ? "soap:Server" : "soap:Client";
        String fault = "<soap:Fault><faultcode>" + whose + "</faultcode><faultstring>"
                + escaped(refused.code().word() + " " + refused.detail()) + "</faultstring></soap:Fault>";
        return new Reply(FAULT, SoapMessages.TYPE, SoapEnvelope.around(fault).getBytes(StandardCharsets.UTF_8));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
