package org.dianqiao.verifier;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** A certificate with an SM2 key, by GM/T 0015. Two are one only when their bytes are. */
record Certificate(
        byte[] der,
        Signed signed,
        BigInteger serial,
        byte[] issuer,
        byte[] subject,
        Instant from,
        Instant until,
        byte[] point,
        ECPublicKeyParameters key,
        Extensions extensions,
        Usage usage) {

    static Certificate of(byte[] der) {
        Signed signed = Signed.of(der);
        Structure body = new Structure(Ber.of(signed.body()), Ber.SEQUENCE, "certificate");
        body.maybe(Ber.CONTEXT);
        BigInteger serial = body.next(Ber.INTEGER, "serial number").integer();
        body.next(Ber.SEQUENCE, "algorithm");
        byte[] issuer = body.next(Ber.SEQUENCE, "issuer").encoded();
        var validity = body.next(Ber.SEQUENCE, "validity").children();
        Ber.require(validity.size() == 2, "有效期有误", "no validity");
        byte[] subject = body.next(Ber.SEQUENCE, "subject").encoded();
        name(issuer);
        name(subject);
        byte[] point = point(new Structure(body.next(Ber.SEQUENCE, "key"), Ber.SEQUENCE, "key"));
        body.maybe(0x81);
        body.maybe(0x82);
        Extensions extensions = body.maybe(Ber.CONTEXT + 3).map(Extensions::of).orElse(Extensions.NONE);
        body.end();
        return new Certificate(
                der,
                signed,
                serial,
                issuer,
                subject,
                Asn1Time.of(validity.get(0)),
                Asn1Time.of(validity.get(1)),
                point,
                Sm2.key(point),
                extensions,
                Usage.of(extensions));
    }

    /** Empty for what is none with an SM2 key: it can have signed nothing here. */
    static Optional<Certificate> ifOne(byte[] der) {
        try {
            return Optional.of(of(der));
        } catch (Malformed notOne) {
            return Optional.empty();
        }
    }

    boolean signed(byte[] content, byte[] signature) {
        return Sm2.holds(key, content, signature);
    }

    boolean issued(Certificate below) {
        return sameName(subject, below.issuer) && below.signed.by(this);
    }

    boolean validAt(Instant at) {
        return !at.isBefore(from) && !at.isAfter(until);
    }

    boolean sameHolder(Certificate other) {
        return sameName(subject, other.subject);
    }

    /** What a signature may name it by; where it does not say, what RFC 5280 makes of the key. */
    byte[] keyId() {
        return extensions.value(Oid.SUBJECT_KEY_ID).map(Ber::octets).orElseGet(() -> {
            SHA1Digest digest = new SHA1Digest();
            digest.update(point, 0, point.length);
            byte[] id = new byte[digest.getDigestSize()];
            digest.doFinal(id, 0);
            return id;
        });
    }

    /** Authorities do not always write their name in the same kind of string. */
    static boolean sameName(byte[] one, byte[] other) {
        return Arrays.equals(one, other) || name(one).equals(name(other));
    }

    private static X500Name name(byte[] der) {
        try {
            X500Name name = X500Name.getInstance(der);
            // It looks at its parts only when somebody wants them: here, where it is told when they are none.
            Objects.requireNonNull(name.toString());
            return name;
        } catch (RuntimeException e) {
            throw new Malformed("名称有误", "a name that cannot be read");
        }
    }

    /** In both forms of GM/T 0015: as an elliptic-curve key on the SM2 curve, or with SM2 itself as algorithm. */
    private static byte[] point(Structure key) {
        var algorithm = key.next(Ber.SEQUENCE, "algorithm").children();
        boolean byCurve = algorithm.size() == 2
                && Oid.among(algorithm.get(0), Oid.EC_PUBLIC_KEY, Oid.SM2_CURVE)
                && Oid.SM2_CURVE.is(algorithm.get(1));
        boolean byItself = !algorithm.isEmpty()
                && Oid.SM2_CURVE.is(algorithm.get(0))
                && (algorithm.size() == 1
                        || (algorithm.size() == 2 && algorithm.get(1).is(Ber.NULL)));
        Ber.require(byCurve || byItself, "不是 SM2 公钥", "no SM2 key");
        byte[] bits = key.next(Ber.BITS, "key").contents();
        Ber.require(bits.length > 1 && bits[0] == 0, "公钥有误", "no key");
        return Arrays.copyOfRange(bits, 1, bits.length);
    }

    String name() {
        return Wording.harmless(name(subject).toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate that && Arrays.equals(der, that.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return name() + " (" + serial.toString(16) + ")";
    }
}
