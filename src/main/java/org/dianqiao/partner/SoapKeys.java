package org.dianqiao.partner;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * With what SOAP messages between a partner and us are signed (WS-Security).
 *
 * @param key ours
 * @param certificate of our key; they have registered it
 * @param theirs registered with us. No chain counts beside these, and the last of them may be their next one
 */
public record SoapKeys(PrivateKey key, X509Certificate certificate, List<X509Certificate> theirs) {

    public SoapKeys {
        theirs = List.copyOf(theirs);
    }

    @Override
    public String toString() {
        return certificate.getSubjectX500Principal().getName();
    }
}
