package org.dianqiao.connector.wssecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.connector.wssecurity.SoapSignatureTest.NOW;
import static org.dianqiao.connector.wssecurity.SoapSignatureTest.ORDER;
import static org.dianqiao.connector.wssecurity.SoapSignatureTest.refusal;
import static org.dianqiao.connector.wssecurity.SoapSignatureTest.written;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has seen one signed message can make nothing else of it. */
class WrappedSignatureTest {

    private static final String FORGED = ORDER.replace("如实", "不实");
    private static final String SIGNED_BODY = Handwritten.body("b-1", ORDER);

    private static String instead(String part, String other) {
        String message = written().text();
        assertThat(message).contains(part);
        return message.replace(part, other);
    }

    /** The signed body stands somewhere, and another where a body stands. */
    @ParameterizedTest
    @ValueSource(strings = {"b-1", "b-2", ""})
    void doesNotHoldOfABodyThatWasMoved(String id) {
        String forged = Handwritten.body(id, FORGED).replace(" wsu:Id=\"\"", "");
        String moved = instead(SIGNED_BODY, forged)
                .replace(
                        "</soap:Header>", "<w:Wrapper xmlns:w=\"urn:w\">" + SIGNED_BODY + "</w:Wrapper></soap:Header>");
        assertThat(refusal(moved)).startsWith("bad-signature");
        assertThat(refusal(instead(SIGNED_BODY, forged.replace(FORGED, FORGED + SIGNED_BODY))))
                .startsWith("bad-signature");
    }

    @Test
    void doesNotHoldOfTwoBodies() {
        String second = Handwritten.body("b-2", FORGED);
        assertThat(refusal(instead(SIGNED_BODY, SIGNED_BODY + second))).contains("恰好一个 Body");
        assertThat(refusal(instead(SIGNED_BODY, second + SIGNED_BODY))).contains("恰好一个 Body");
        assertThat(refusal(instead(SIGNED_BODY, SIGNED_BODY + "<x:Body xmlns:x=\"urn:x\">" + FORGED + "</x:Body>")))
                .contains("恰好一个 Body");
        assertThat(refusal(instead("<soap:Header>", "<x:Header xmlns:x=\"urn:x\"/><soap:Header>")))
                .contains("恰好一个 Body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wsu:Id", "Id", "ID", "id", "xml:id"})
    void doesNotHoldWhereAnIdIsThereTwice(String name) {
        assertThat(refusal(instead(
                        "</soap:Header>",
                        "<w:W xmlns:w=\"urn:w\" xmlns:wsu=\"" + Handwritten.WSU + "\" " + name
                                + "=\"b-1\"/></soap:Header>")))
                .contains("同一个 Id");
    }

    @Test
    void doesNotHoldWithTwoSecurityHeaders() {
        String again = "<wsse:Security xmlns:wsse=\"" + Handwritten.WSSE + "\"/>";
        assertThat(refusal(instead("<soap:Header>", "<soap:Header>" + again))).contains("一个 Security 头");
        assertThat(refusal(instead("</soap:Header>", again + "</soap:Header>"))).contains("一个 Security 头");
    }

    @Test
    void doesNotHoldWithoutSecurityHeader() {
        assertThat(refusal(written().text().replaceFirst("<soap:Header>.*</soap:Header>", "")))
                .contains("一个 Security 头");
        assertThat(refusal(written().text().replaceFirst("<soap:Header>.*</soap:Header>", "<soap:Header/>")))
                .contains("一个 Security 头");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#xpointer(/)",
                "#xpointer(id('b-1'))",
                "http://169.254.169.254/latest/meta-data/",
                "file:///etc/passwd",
                "cid:b-1",
                "b-1",
                "#x-1",
                "#b-2"
            })
    void refersToTheBodyByItsIdOnly(String uri) {
        Handwritten message = written();
        String other = Handwritten.reference(uri, SIGNED_BODY);
        assertThat(refusal(message.references(other, message.timeReference()).text()))
                .contains("Body 和 Timestamp");
    }

    @Test
    void leavesNothingOutAndAddsNothing() {
        Handwritten message = written();
        String body = message.bodyReference();
        String time = message.timeReference();
        assertThat(refusal(message.references(" ").text())).contains("恰好签名 Body 和 Timestamp 两处");
        assertThat(refusal(message.references(body).text())).contains("恰好签名 Body 和 Timestamp 两处");
        assertThat(refusal(message.references(time).text())).contains("恰好签名 Body 和 Timestamp 两处");
        assertThat(refusal(message.references(body, body).text())).contains("签名的应是本消息的 Body 和 Timestamp");
        assertThat(refusal(message.references(time, time).text())).contains("签名的应是本消息的 Body 和 Timestamp");
        assertThat(refusal(message.references(body, time, time).text())).contains("恰好签名 Body 和 Timestamp 两处");
        assertThat(refusal(message.references(body, time).text())).isEqualTo("let in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
                "http://www.w3.org/TR/1999/REC-xpath-19991116",
                "http://www.w3.org/2002/06/xmldsig-filter2",
                "http://www.w3.org/TR/1999/REC-xslt-19991116",
                "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
                "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
                "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#STR-Transform"
            })
    void takesTheWholeAsItStands(String transform) {
        Handwritten message = written();
        String usual = "<ds:Transform Algorithm=\"" + Handwritten.EXCLUSIVE + "\"></ds:Transform>";
        String other = "<ds:Transform Algorithm=\"" + transform + "\"></ds:Transform>";
        for (String transforms : new String[] {other, usual + other, other + usual, usual + usual, ""}) {
            String reference = Handwritten.reference("#b-1", SIGNED_BODY, transforms);
            assertThat(refusal(message.references(reference, message.timeReference())
                            .text()))
                    .contains("Transform");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
                "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
                "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
                "http://www.w3.org/2001/04/xmldsig-more#rsa-md5"
            })
    void isMadeByNoOtherMethod(String method) {
        assertThat(refusal(instead("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", method)))
                .contains("RSA-SHA256 或 ECDSA-SHA256");
    }

    @Test
    void isMadeWithTheKeyOfTheCertificate() {
        assertThat(refusal(instead("#rsa-sha256", "#ecdsa-sha256"))).contains("签名不能验证");
    }

    @Test
    void hasNoOtherDigestNorCanonicalForm() {
        assertThat(refusal(
                        instead("http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1")))
                .contains("SHA-256");
        assertThat(
                        refusal(
                                written()
                                        .text()
                                        .replaceFirst(
                                                "CanonicalizationMethod Algorithm=\"[^\"]+\"",
                                                "CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"")))
                .contains("Exclusive");
    }

    @Test
    void hasNothingBesideItsParts() {
        assertThat(refusal(instead("</ds:KeyInfo>", "</ds:KeyInfo><ds:Object>" + FORGED + "</ds:Object>")))
                .contains("Signature 中应依次为");
        assertThat(refusal(instead("</wsse:Security>", "<wsse:UsernameToken/></wsse:Security>")))
                .contains("Security 头中只能有");
        assertThat(refusal(instead(
                        "</wsse:Security>",
                        "<wsu:Timestamp xmlns:wsu=\"" + Handwritten.WSU + "\" wsu:Id=\"t-2\"/></wsse:Security>")))
                .contains("Security 头中只能有");
        assertThat(refusal(instead("<wsse:SecurityTokenReference>", "<ds:KeyValue/><wsse:SecurityTokenReference>")))
                .contains("KeyInfo");
    }

    /** The signed time stamp is aside, and a fresh one where it is looked for. */
    @Test
    void hasTheTimeThatIsSigned() {
        String signed = Handwritten.timestamp(NOW, NOW.plusSeconds(300));
        String fresh = Handwritten.timestamp(NOW.plusSeconds(3600), NOW.plusSeconds(3900));
        String moved = instead(signed, fresh)
                .replace("</soap:Header>", "<w:W xmlns:w=\"urn:w\">" + signed + "</w:W></soap:Header>");
        assertThat(refusal(moved, NOW.plusSeconds(3600))).contains("同一个 Id");
        assertThat(refusal(moved.replaceFirst("wsu:Id=\"t-1\"", "wsu:Id=\"t-2\""), NOW.plusSeconds(3600)))
                .contains("签名的应是本消息的 Body 和 Timestamp");
    }

    @Test
    void isForUs() {
        assertThat(refusal(instead("soap:mustUnderstand=\"1\"", "soap:mustUnderstand=\"1\" soap:actor=\"urn:x\"")))
                .contains("不是给我方的");
        assertThat(refusal(
                        instead("</soap:Header>", "<w:W xmlns:w=\"urn:w\" soap:mustUnderstand=\"1\"/></soap:Header>")))
                .contains("必须理解");
    }

    @Test
    void isNoDocumentWithADoctypeOrInAnotherEncoding() {
        assertThat(refusal(instead("?>\n", "?>\n<!DOCTYPE e [<!ENTITY x \"y\">]>")))
                .contains("DOCTYPE");
        assertThat(refusal(instead("encoding=\"UTF-8\"", "encoding=\"GBK\""))).contains("实为 UTF-8");
        assertThat(refusal(instead("encoding=\"UTF-8\"", "encoding=\"UTF-16\"")))
                .contains("UTF-16");
        assertThat(refusal(instead(ORDER, ORDER + "<a>".repeat(40) + "</a>".repeat(40))))
                .contains("嵌套超过");
    }
}
