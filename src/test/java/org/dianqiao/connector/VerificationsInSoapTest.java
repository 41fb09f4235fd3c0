package org.dianqiao.connector;

/** The same through the platform's SOAP proxy, with the same headers and the same secret. */
class VerificationsInSoapTest extends VerificationsTest {

    @Override
    String transport() {
        return "soap";
    }
}
