package org.dianqiao.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Sm3;

/** An electronic seal 电子印章 as GB/T 38540-2020 writes it: a picture, and who may seal with it, signed by its maker. */
record Seal(byte[] der) {

    static final int VERSION = 4;
    static final ASN1ObjectIdentifier SM3_WITH_SM2 = GMObjectIdentifiers.sm2sign_with_sm3;

    private static final int UNIT_SEAL = 1;
    private static final int WITH_CERTIFICATES = 1;
    private static final String MAKER = "DIANQIAO";

    /** One that this key makes for itself: it says who sealed, and no authority has looked at the name on it. */
    static Seal make(String name, byte[] png, SigningKey key) {
        DERSequence info = sequence(
                sequence(new DERIA5String("ES"), new ASN1Integer(VERSION), new DERIA5String(MAKER)),
                new DERIA5String(number(key.certificate())),
                property(name, key.certificate()),
                picture(png));
        return new Seal(encoded(sequence(
                info,
                new DEROctetString(key.certificate().der()),
                SM3_WITH_SM2,
                new DERBitString(key.sign(encoded(info))))));
    }

    private static DERSequence property(String name, Sm2Certificate certificate) {
        return sequence(
                new ASN1Integer(UNIT_SEAL),
                new DERUTF8String(name),
                new ASN1Integer(WITH_CERTIFICATES),
                sequence(new DEROctetString(certificate.der())),
                time(certificate.notBefore()),
                time(certificate.notBefore()),
                time(certificate.notAfter()));
    }

    private static DERSequence picture(byte[] png) {
        return sequence(
                new DERIA5String("PNG"),
                new DEROctetString(png),
                new ASN1Integer(SealPicture.SIDE_MM),
                new ASN1Integer(SealPicture.SIDE_MM));
    }

    /** The same on every node, after every start. */
    private static String number(Sm2Certificate certificate) {
        byte[] digest = Sm3.of((MAKER + Sm3.hex(certificate.der())).getBytes(StandardCharsets.US_ASCII));
        return MAKER + Sm3.hex(Arrays.copyOf(digest, 12)).toUpperCase(Locale.ROOT);
    }

    static DERGeneralizedTime time(Instant at) {
        return new DERGeneralizedTime(Date.from(at));
    }

    static DERSequence sequence(ASN1Encodable... members) {
        return new DERSequence(members);
    }

    static byte[] encoded(ASN1Object value) {
        try {
            return value.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
