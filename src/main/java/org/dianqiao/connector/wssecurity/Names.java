package org.dianqiao.connector.wssecurity;

/** Names that the standards give. */
final class Names {

    private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";

    static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";
    static final String WSU = OASIS + "wssecurity-utility-1.0.xsd";
    static final String X509 = OASIS + "x509-token-profile-1.0#X509v3";
    static final String KEY_IDENTIFIER = OASIS + "x509-token-profile-1.0#X509SubjectKeyIdentifier";
    static final String BASE64 = OASIS + "soap-message-security-1.0#Base64Binary";

    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

    private Names() {}
}
