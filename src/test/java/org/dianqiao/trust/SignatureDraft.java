package org.dianqiao.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERSet;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.CertificateList;
import org.jspecify.annotations.Nullable;

/** A SignedData in every right and wrong form, written with BouncyCastle's ASN.1 and nothing of ours. */
final class SignatureDraft {

    private final SigningKey key;
    private final byte[] content;
    private String outerType = "1.2.156.10197.6.1.4.2.2";
    private String innerType = "1.2.156.10197.6.1.4.2.1";
    private String digestAlgorithm = "1.2.156.10197.1.401";
    private String signatureAlgorithm = "1.2.156.10197.1.301.1";
    private @Nullable ASN1Encodable parameters;
    private List<Sm2Certificate> certificates;
    private byte @Nullable [] list;
    private byte @Nullable [] embedded;
    private byte @Nullable [] keyId;
    private byte @Nullable [] signature;
    private @Nullable List<ASN1Encodable> attributes;
    private boolean unsignedAttributes;
    private boolean backwards;
    private boolean ber;
    private int version = 1;
    private int signerVersion = 1;
    private int signers = 1;

    SignatureDraft(SigningKey key, byte[] content) {
        this.key = key;
        this.content = content;
        this.certificates = List.of(key.certificate());
    }

    SignatureDraft types(String outer, String inner) {
        outerType = outer;
        innerType = inner;
        return this;
    }

    SignatureDraft algorithms(String digest, String signature) {
        digestAlgorithm = digest;
        signatureAlgorithm = signature;
        return this;
    }

    SignatureDraft parameters(ASN1Encodable value) {
        parameters = value;
        return this;
    }

    SignatureDraft certificates(Sm2Certificate... along) {
        certificates = List.of(along);
        return this;
    }

    SignatureDraft list(byte[] crl) {
        list = crl;
        return this;
    }

    SignatureDraft embedding(byte[] bytes) {
        embedded = bytes;
        return this;
    }

    SignatureDraft byKeyId(byte[] id) {
        keyId = id;
        return versions(3, 3);
    }

    SignatureDraft versions(int signedData, int signer) {
        version = signedData;
        signerVersion = signer;
        return this;
    }

    SignatureDraft signers(int number) {
        signers = number;
        return this;
    }

    SignatureDraft signature(byte[] bytes) {
        signature = bytes;
        return this;
    }

    SignatureDraft unsignedAttributes() {
        unsignedAttributes = true;
        return this;
    }

    /** Signed attributes, signed as a DER SET OF. */
    SignatureDraft attributes(ASN1Encodable... signed) {
        attributes = List.of(signed);
        return this;
    }

    /** Signed attributes sent in another order than they were signed in. */
    SignatureDraft backwards() {
        backwards = true;
        return this;
    }

    SignatureDraft ber() {
        ber = true;
        return this;
    }

    static ASN1Encodable contentType(String type) {
        return attribute("1.2.840.113549.1.9.3", new ASN1ObjectIdentifier(type));
    }

    static ASN1Encodable messageDigest(byte[] digest) {
        return attribute("1.2.840.113549.1.9.4", new DEROctetString(digest));
    }

    static ASN1Encodable attribute(String type, ASN1Encodable... values) {
        return new DERSequence(new ASN1Encodable[] {new ASN1ObjectIdentifier(type), new DERSet(values)});
    }

    byte[] bytes() {
        return encoded(sequence(new ASN1ObjectIdentifier(outerType), tagged(true, 0, signedData())), ber);
    }

    private ASN1Sequence signedData() {
        List<ASN1Encodable> fields = new ArrayList<>();
        fields.add(new ASN1Integer(version));
        fields.add(set(algorithm(digestAlgorithm)));
        fields.add(inner());
        if (!certificates.isEmpty()) {
            fields.add(tagged(
                    false,
                    0,
                    set(certificates.stream()
                            .map(one -> Certificate.getInstance(one.der()))
                            .toArray(ASN1Encodable[]::new))));
        }
        if (list != null) {
            fields.add(tagged(false, 1, set(CertificateList.getInstance(list))));
        }
        fields.add(set(Collections.nCopies(signers, signer()).toArray(ASN1Encodable[]::new)));
        return sequence(fields.toArray(ASN1Encodable[]::new));
    }

    private ASN1Sequence inner() {
        ASN1ObjectIdentifier type = new ASN1ObjectIdentifier(innerType);
        return embedded == null ? sequence(type) : sequence(type, tagged(true, 0, octets(embedded)));
    }

    private ASN1Sequence signer() {
        List<ASN1Encodable> fields = new ArrayList<>();
        fields.add(new ASN1Integer(signerVersion));
        fields.add(keyId == null ? issuerAndSerial() : new DERTaggedObject(false, 0, new DEROctetString(keyId)));
        fields.add(algorithm(digestAlgorithm));
        if (attributes != null) {
            List<ASN1Encodable> sent = new ArrayList<>(List.of(new DERSet(vector(attributes)).toArray()));
            if (backwards) {
                Collections.reverse(sent);
            }
            fields.add(tagged(false, 0, new BERSet(vector(sent))));
        }
        fields.add(algorithm(signatureAlgorithm));
        fields.add(octets(signature == null ? key.sign(toSign()) : signature));
        if (unsignedAttributes) {
            fields.add(tagged(false, 1, set(attribute("1.2.3.4", new ASN1Integer(7)))));
        }
        return sequence(fields.toArray(ASN1Encodable[]::new));
    }

    byte[] toSign() {
        return attributes == null ? content : encoded(new DERSet(vector(attributes)), false);
    }

    private ASN1Sequence issuerAndSerial() {
        Certificate certificate = Certificate.getInstance(key.certificate().der());
        return sequence(certificate.getIssuer(), certificate.getSerialNumber());
    }

    private ASN1Sequence algorithm(String identifier) {
        ASN1ObjectIdentifier oid = new ASN1ObjectIdentifier(identifier);
        return parameters == null ? sequence(oid) : sequence(oid, parameters);
    }

    private ASN1Sequence sequence(ASN1Encodable... fields) {
        return ber ? new BERSequence(fields) : new DERSequence(fields);
    }

    private ASN1Set set(ASN1Encodable... members) {
        return ber ? new BERSet(members) : new DERSet(members);
    }

    private ASN1TaggedObject tagged(boolean explicit, int number, ASN1Encodable value) {
        return ber || backwards
                ? new BERTaggedObject(explicit, number, value)
                : new DERTaggedObject(explicit, number, value);
    }

    private ASN1OctetString octets(byte[] bytes) {
        return ber ? new BEROctetString(bytes, 20) : new DEROctetString(bytes);
    }

    private static ASN1EncodableVector vector(List<ASN1Encodable> elements) {
        ASN1EncodableVector vector = new ASN1EncodableVector();
        elements.forEach(vector::add);
        return vector;
    }

    private static byte[] encoded(ASN1Encodable value, boolean ber) {
        try {
            return value.toASN1Primitive().getEncoded(ber ? ASN1Encoding.BER : ASN1Encoding.DL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ASN1Encodable absentAsNull() {
        return DERNull.INSTANCE;
    }
}
