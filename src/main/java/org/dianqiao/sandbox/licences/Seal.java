package org.dianqiao.sandbox.licences;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;

/** An office's electronic seal (GB/T 38540-2020, version 4), and what it seals. */
record Seal(byte[] der, SealKey key) {

    static final int SIDE_MM = 42;

    private static final int VERSION = 4;
    private static final int UNIT_SEAL = 1;
    private static final int WITH_CERTIFICATES = 1;
    private static final String MAKER = "SANDBOX";

    static Seal of(String office, String officeCode, SealKey key) {
        DERSequence info = sequence(
                sequence(new DERIA5String("ES"), new ASN1Integer(VERSION), new DERIA5String(MAKER)),
                new DERIA5String(MAKER + officeCode),
                sequence(
                        new ASN1Integer(UNIT_SEAL),
                        new DERUTF8String(office),
                        new ASN1Integer(WITH_CERTIFICATES),
                        sequence(new DEROctetString(key.der())),
                        new DERGeneralizedTime(key.certificate().getNotBefore()),
                        new DERGeneralizedTime(key.certificate().getNotBefore()),
                        new DERGeneralizedTime(key.certificate().getNotAfter())),
                sequence(
                        new DERIA5String("PNG"),
                        new DEROctetString(SealPicture.png()),
                        new ASN1Integer(SIDE_MM),
                        new ASN1Integer(SIDE_MM)));
        return new Seal(encoded(signed(info, key)), key);
    }

    /** The seal on these bytes, whose digest is given, and which stand under this path in the document. */
    byte[] on(byte[] digest, String path, Instant at) {
        return encoded(signed(
                sequence(
                        new ASN1Integer(VERSION),
                        ASN1Sequence.getInstance(der),
                        new DERGeneralizedTime(Date.from(at)),
                        new DERBitString(digest),
                        new DERIA5String(path)),
                key));
    }

    private static DERSequence signed(DERSequence content, SealKey key) {
        return sequence(
                content,
                new DEROctetString(key.der()),
                GMObjectIdentifiers.sm2sign_with_sm3,
                new DERBitString(key.sign(encoded(content))));
    }

    private static DERSequence sequence(ASN1Encodable... members) {
        return new DERSequence(members);
    }

    private static byte[] encoded(ASN1Object value) {
        try {
            return value.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
