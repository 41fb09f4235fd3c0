package org.dianqiao.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.TBSCertificate;

/**
 * A certificate with an SM2 key, together with the very bytes it came as: two certificates are one only when their
 * bytes are. The parsed key is kept with it, because what makes verifying fast is worked out once per key.
 */
public final class Sm2Certificate {

    private final byte[] der;
    private final int hash;
    private final Signed signed;
    private final TBSCertificate body;
    private final byte[] issuer;
    private final BigInteger serial;
    private final CertificateUse use;
    private final List<ListPoint> points;
    private final VerifyingKey key;

    private Sm2Certificate(byte[] der) throws IOException {
        this.der = der;
        this.hash = Arrays.hashCode(der);
        this.signed = Signed.of(der);
        this.body = Certificate.getInstance(der).getTBSCertificate();
        this.issuer = body.getIssuer().getEncoded(ASN1Encoding.DER);
        this.serial = body.getSerialNumber().getValue();
        this.use = CertificateUse.of(body);
        this.points = ListPoint.of(body);
        this.key = new VerifyingKey(PublicKeys.point(body.getSubjectPublicKeyInfo()));
        Fields.require(!notAfter().isBefore(notBefore()), "valid until before it is valid");
    }

    /** IllegalArgumentException with the reason when the bytes are no certificate with an SM2 key. */
    public static Sm2Certificate of(byte[] der) {
        try {
            return new Sm2Certificate(der.clone());
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("no certificate: " + e.getMessage(), e);
        }
    }

    /** Empty where these bytes are none. */
    static Optional<Sm2Certificate> ifOne(byte[] der) {
        try {
            return Optional.of(of(der));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    public byte[] der() {
        return der.clone();
    }

    public String pem() {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }

    public String subject() {
        return printable(subjectName());
    }

    public String issuer() {
        return printable(issuerName());
    }

    /** In hexadecimal, as authorities print it. */
    public String serial() {
        return serial.toString(16);
    }

    public Instant notBefore() {
        return body.getStartDate().getDate().toInstant();
    }

    public Instant notAfter() {
        return body.getEndDate().getDate().toInstant();
    }

    /** Whether its key may sign messages: it says digitalSignature and is not the encryption half of a pair. */
    public boolean signs() {
        return use.signs();
    }

    /** Whether it is the certificate of an authority, which issues others. */
    public boolean authority() {
        return use.authority();
    }

    /** Where its issuer says that the revocation lists are. */
    public List<ListPoint> points() {
        return points;
    }

    /** Whether this is a signature over the content by this certificate's key, with the default user id. */
    public boolean verifies(byte[] content, byte[] derSignature) {
        return key.verifies(content, derSignature);
    }

    /** Whether this is the private key that belongs to it. */
    boolean isOf(BigInteger privateKey) {
        return key.isOf(privateKey);
    }

    CertificateUse use() {
        return use;
    }

    BigInteger serialNumber() {
        return serial;
    }

    X500Name subjectName() {
        return body.getSubject();
    }

    X500Name issuerName() {
        return body.getIssuer();
    }

    boolean issuerWrittenAs(byte[] name) {
        return Arrays.equals(issuer, name);
    }

    boolean issuedBy(Sm2Certificate authority) {
        return issuerName().equals(authority.subjectName()) && signed.holdsFor(authority);
    }

    /** What signatures may name it by. */
    byte[] keyId() {
        return PublicKeys.id(body);
    }

    /** Of the id that is its issuer and its number. */
    public byte[] numberSm3() {
        return new SignerId.IssuerAndSerial(issuer, serial).sm3();
    }

    /** Of the id that is its key's. */
    public byte[] keyIdSm3() {
        return new SignerId.KeyId(keyId()).sm3();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sm2Certificate that && Arrays.equals(der, that.der);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return subject() + " (" + serial() + ")";
    }

    /** A name may hold anything, and it goes into logs. */
    static String printable(X500Name name) {
        return name.toString().replaceAll("\\p{Cntrl}", " ");
    }
}
