package org.dianqiao.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * One whose signatures we can read: a certificate and the SignedData of GB/T 35275 around its signatures.
 *
 * <p>A SignedData as the protocol emits it is fixed by the certificate but for the 70 to 72 bytes of the signature
 * and the lengths around them. So it is written by joining kept bytes, and read by writing it again around the
 * signature that it ends with: unless the two are equal it is not one. Nothing from the network is parsed.
 */
public final class Signatory {

    private static final ASN1ObjectIdentifier DATA = new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.1");
    private static final ASN1ObjectIdentifier SIGNED_DATA = new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.2");
    private static final ASN1ObjectIdentifier SM3 = new ASN1ObjectIdentifier("1.2.156.10197.1.401");
    private static final ASN1ObjectIdentifier SM2_SIGNATURE = new ASN1ObjectIdentifier("1.2.156.10197.1.301.1");
    private static final ASN1Integer ONE = new ASN1Integer(1);
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int EXPLICIT_0 = 0xA0;
    private static final int OCTETS = 0x04;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 72;

    private final X509CertificateHolder certificate;
    private final ThreadLocal<SM2Signer> verifier;
    private final byte[] type;
    private final byte[] beforeSigner;
    private final byte[] beforeSignature;

    private Signatory(X509CertificateHolder certificate, ECPublicKeyParameters key) throws IOException {
        this.certificate = certificate;
        this.verifier = ThreadLocal.withInitial(() -> verifier(key));
        this.type = encoded(SIGNED_DATA);
        this.beforeSigner = joined(
                encoded(ONE),
                encoded(new DERSet(new DERSequence(SM3))),
                encoded(new DERSequence(DATA)),
                encoded(new DERTaggedObject(false, 0, new DERSet(certificate.toASN1Structure()))));
        this.beforeSignature = joined(
                encoded(ONE),
                encoded(new IssuerAndSerialNumber(certificate.toASN1Structure())),
                encoded(new DERSequence(SM3)),
                encoded(new DERSequence(SM2_SIGNATURE)));
    }

    static Signatory of(X509CertificateHolder certificate) throws IOException {
        if (PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo()) instanceof ECPublicKeyParameters key) {
            return new Signatory(certificate, key);
        }
        throw new IOException("the certificate of " + certificate.getSubject() + " is not for an SM2 key");
    }

    public X509CertificateHolder certificate() {
        return certificate;
    }

    /** The SignedData around one of our signatures, DER SEQUENCE{r, s}. */
    byte[] around(byte[] signature) {
        byte[] signer = tlv(SEQUENCE, beforeSignature, tlv(OCTETS, signature));
        byte[] signedData = tlv(SEQUENCE, beforeSigner, tlv(SET, signer));
        return tlv(SEQUENCE, type, tlv(EXPLICIT_0, signedData));
    }

    /** Whether this is the SignedData of this certificate, as the protocol emits it, and its signature holds. */
    boolean signed(byte[] content, byte[] signedData) {
        return signatureIn(signedData).filter(it -> holds(content, it)).isPresent();
    }

    private Optional<byte[]> signatureIn(byte[] signedData) {
        for (int length = LONGEST; length >= SHORTEST; length--) {
            int start = signedData.length - length;
            if (start > 2 && signedData[start - 1] == length && signedData[start - 2] == OCTETS) {
                byte[] signature = Arrays.copyOfRange(signedData, start, signedData.length);
                if (Arrays.equals(around(signature), signedData)) {
                    return Optional.of(signature);
                }
            }
        }
        return Optional.empty();
    }

    boolean holds(byte[] content, byte[] signature) {
        SM2Signer sm2 = verifier.get();
        sm2.update(content, 0, content.length);
        return sm2.verifySignature(signature);
    }

    private static SM2Signer verifier(ECPublicKeyParameters key) {
        SM2Signer sm2 = new SM2Signer();
        sm2.init(false, key);
        return sm2;
    }

    private static byte[] encoded(ASN1Encodable value) throws IOException {
        return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    }

    private static byte[] tlv(int tag, byte[]... contents) {
        int length = Arrays.stream(contents).mapToInt(content -> content.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 4);
        out.write(tag);
        if (length >= 0x100) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length >= 0x80) {
            out.write(0x81);
        }
        out.write(length);
        Arrays.stream(contents).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(pieces).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
