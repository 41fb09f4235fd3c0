package org.dianqiao.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * The SignedData that we emit, made from a template.
 *
 * <p>All of it is the same for every message of one certificate but the signature, and the signature is its very last
 * field. Only a signature's length, which varies by some bytes, shows in the lengths before it. So there is one
 * ready-made beginning per length, and a message costs one copy.
 */
final class Envelope {

    private final byte[][] beginnings = new byte[Sm2Signature.LONGEST + 1][];

    Envelope(Sm2Certificate signer) {
        for (int length = 0; length < beginnings.length; length++) {
            byte[] whole = whole(signer, new byte[length]);
            beginnings[length] = Arrays.copyOf(whole, whole.length - length);
        }
    }

    byte[] around(byte[] signature) {
        byte[] beginning = beginnings[signature.length];
        byte[] whole = Arrays.copyOf(beginning, beginning.length + signature.length);
        System.arraycopy(signature, 0, whole, beginning.length, signature.length);
        return whole;
    }

    private static byte[] whole(Sm2Certificate signer, byte[] signature) {
        Certificate certificate = Certificate.getInstance(signer.der());
        ASN1Encodable signedData = sequence(
                new ASN1Integer(1),
                new DERSet(sequence(Oid.SM3.identifier())),
                sequence(Oid.DATA.identifier()),
                new DERTaggedObject(false, 0, new DERSet(certificate)),
                new DERSet(signerInfo(certificate, signature)));
        try {
            return sequence(Oid.SIGNED_DATA.identifier(), new DERTaggedObject(true, 0, signedData))
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DERSequence signerInfo(Certificate certificate, byte[] signature) {
        return sequence(
                new ASN1Integer(1),
                sequence(certificate.getIssuer(), certificate.getSerialNumber()),
                sequence(Oid.SM3.identifier()),
                sequence(Oid.SM2_SIGNATURE.identifier()),
                new DEROctetString(signature));
    }

    private static DERSequence sequence(ASN1Encodable... elements) {
        return new DERSequence(elements);
    }
}
