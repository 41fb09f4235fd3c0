package org.dianqiao.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** The names that GB/T 35275 gives to things, and those that peers write instead. */
enum Oid {
    SM3("1.2.156.10197.1.401"),
    SM2_SIGNATURE("1.2.156.10197.1.301.1"),
    /** In certificates; peers write it as a message's digest or signature algorithm too. */
    SM2_WITH_SM3("1.2.156.10197.1.501"),
    DATA("1.2.156.10197.6.1.4.2.1"),
    SIGNED_DATA("1.2.156.10197.6.1.4.2.2"),
    PKCS7_DATA("1.2.840.113549.1.7.1"),
    PKCS7_SIGNED_DATA("1.2.840.113549.1.7.2"),
    CONTENT_TYPE("1.2.840.113549.1.9.3"),
    MESSAGE_DIGEST("1.2.840.113549.1.9.4");

    private final ASN1ObjectIdentifier identifier;
    private final byte[] contents;

    Oid(String dotted) {
        identifier = new ASN1ObjectIdentifier(dotted);
        try {
            contents = Ber.of(identifier.getEncoded()).contents();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ASN1ObjectIdentifier identifier() {
        return identifier;
    }

    boolean isIn(Ber element) {
        return element.is(Ber.OID) && element.contentsEqual(contents);
    }

    static boolean oneOf(Ber element, Oid first, Oid second) {
        return first.isIn(element) || second.isIn(element);
    }
}
