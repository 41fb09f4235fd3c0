package org.dianqiao.trust;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A signature as GB/T 35275 wraps it, read from a stranger's bytes.
 *
 * <p>Peers write it in many ways, and an attacker writes it in any: so this reads every form that the protocol names
 * and refuses all others, field by field in their order. It decides nothing about trust. The two questions afterwards
 * are whose signature it says it is, and whether it holds for that certificate and that content.
 */
public final class SignedData {

    private static final int CONTENT = 0xa0;
    private static final int CERTIFICATES = 0xa0;
    private static final int REVOCATION_LISTS = 0xa1;
    private static final Set<BigInteger> VERSIONS = Set.of(BigInteger.ONE, BigInteger.valueOf(3));
    private static final int MOST_STRANGERS = 8;

    private final byte @Nullable [] embedded;
    private final List<byte[]> certificates;
    private final SignerInfo signer;

    private SignedData(Fields fields) {
        BigInteger version = fields.next(Ber.INTEGER, "version").integer();
        Fields.require(VERSIONS.contains(version), "SignedData of an unknown version");
        Algorithm.DIGEST.require(only(fields.next(Ber.SET, "digest algorithms"), "digest algorithm"));

        Fields inner = Fields.of(fields.next(Ber.SEQUENCE, "content"), Ber.SEQUENCE, "content");
        Ber innerType = inner.next(Ber.OID, "type");
        Fields.require(Oid.oneOf(innerType, Oid.DATA, Oid.PKCS7_DATA), "content not of type data");
        embedded = inner.maybe(CONTENT)
                .map(explicit -> only(explicit, "content").octets())
                .orElse(null);
        inner.end();

        certificates = fields.maybe(CERTIFICATES).map(SignedData::certificates).orElse(List.of());
        fields.maybe(REVOCATION_LISTS);
        signer = SignerInfo.read(only(fields.next(Ber.SET, "signers"), "signer"), innerType);
        fields.end();
    }

    /** NotSignedData for everything that the protocol's section on the signature does not accept. */
    public static SignedData read(byte[] bytes) {
        try {
            return new SignedData(body(Ber.of(bytes)));
        } catch (IllegalArgumentException e) {
            throw new NotSignedData(e);
        }
    }

    /**
     * The certificate that the signer's id names: one that came along, else the one registered certificate that it
     * names. Nothing is said yet about trusting it.
     */
    public Optional<Sm2Certificate> signer(Trust trust) {
        return certificates.isEmpty() ? trust.registeredAs(signer.id()) : signerAlong(trust);
    }

    /** The same, only where it came along. */
    public Optional<Sm2Certificate> signerAlong(Trust trust) {
        return trust.knownAmong(certificates, signer.id()).or(this::stranger);
    }

    /** The signer's id as one of the two digests that a certificate has of its own ids. */
    public byte[] signerSm3() {
        return signer.id().sm3();
    }

    /** Whether it is a signature over this content by this certificate's key. */
    public boolean holds(byte[] content, Sm2Certificate certificate) {
        return (embedded == null || Arrays.equals(embedded, content)) && signer.holds(content, certificate);
    }

    private Optional<Sm2Certificate> stranger() {
        return certificates.stream()
                .limit(MOST_STRANGERS)
                .flatMap(der -> Sm2Certificate.ifOne(der).stream())
                .filter(signer.id()::names)
                .findFirst();
    }

    private static Fields body(Ber whole) {
        Fields outer = Fields.of(whole, Ber.SEQUENCE, "ContentInfo");
        Ber type = outer.next(Ber.OID, "type");
        Fields.require(Oid.oneOf(type, Oid.SIGNED_DATA, Oid.PKCS7_SIGNED_DATA), "not of type signedData");
        Ber body = only(outer.next(CONTENT, "content"), "SignedData");
        outer.end();
        return Fields.of(body, Ber.SEQUENCE, "SignedData");
    }

    private static Ber only(Ber enclosing, String name) {
        List<Ber> children = enclosing.children();
        Fields.require(children.size() == 1, "not exactly one " + name);
        return children.get(0);
    }

    private static List<byte[]> certificates(Ber set) {
        return set.children().stream().map(Ber::encoded).toList();
    }
}
