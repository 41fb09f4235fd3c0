package org.dianqiao.sandbox.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SOAP as somebody writes and reads it who has a text editor and nothing else. */
public final class PlainSoap {

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final Pattern RETURN = Pattern.compile("<return>(.*)</return>", Pattern.DOTALL);

    private PlainSoap() {}

    public static String envelope(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soapenv:Envelope xmlns:soapenv=\"" + ENVELOPE
                + "\"><soapenv:Header/><soapenv:Body>" + content + "</soapenv:Body></soapenv:Envelope>";
    }

    /** With XML as the string that is its only parameter. */
    public static String operation(String namespace, String name, String xml) {
        return "<w:" + name + " xmlns:w=\"" + namespace + "\"><requestXml>" + escaped(xml) + "</requestXml></w:" + name
                + ">";
    }

    /** The XML that the operation's answer has as a string. */
    public static String said(HttpResponse<byte[]> answer, String operation) {
        String envelope = Plain.text(answer);
        assertThat(answer.statusCode()).as(envelope).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
        assertThat(envelope)
                .contains("<soap:Envelope xmlns:soap=\"" + ENVELOPE + "\">", "<m:" + operation + " ")
                .endsWith("</m:" + operation + "></soap:Body></soap:Envelope>");
        return returned(envelope);
    }

    public static String returned(String envelope) {
        Matcher text = RETURN.matcher(envelope);
        assertThat(text.find()).as(envelope).isTrue();
        return text.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String escaped(String xml) {
        return xml.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
