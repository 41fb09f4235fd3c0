package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.dianqiao.Parcel;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;

/** The same through the platform's SOAP proxy, with the same headers and the same secret. */
class VerificationsInSoapTest extends VerificationsTest {

    @Override
    String transport() {
        return "soap";
    }

    @Test
    void areNotAskedForWhatXmlCannotSay() {
        Parcel question = identity("李卫东\u0001", "41010519900307123X").sealed();
        Reply refusal = post(question);
        assertRefused(refusal, question, 422, "contract-violated");
        assertThat(refusal.json().at("/errors/0/pointer").asText()).isEqualTo("/name");
    }
}
