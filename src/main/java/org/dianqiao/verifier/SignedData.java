package org.dianqiao.verifier;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A SignedData: section 3 of the protocol, strict as it is emitted and liberal as far as it says; and with a content
 * of its own kind the timestamp of RFC 3161. Whether its signer is to be believed is asked elsewhere.
 */
record SignedData(
        byte @Nullable [] embedded,
        List<byte[]> certificates,
        SignerId signer,
        @Nullable SignedAttributes attributes,
        byte[] signature) {

    private static final Set<BigInteger> VERSIONS = Set.of(BigInteger.ONE, BigInteger.valueOf(3));
    private static final int MOST_CERTIFICATES = 16;

    static SignedData of(byte[] bytes) {
        return of(bytes, Oid.GM_DATA, Oid.DATA);
    }

    static SignedData of(byte[] bytes, Oid... innerTypes) {
        Structure outer = new Structure(Ber.of(bytes), Ber.SEQUENCE, "ContentInfo");
        Ber type = outer.next(Ber.OID, "type");
        Ber.require(Oid.among(type, Oid.GM_SIGNED_DATA, Oid.SIGNED_DATA), "类型不是 signedData", "not of type signedData");
        Ber body = outer.next(Ber.CONTEXT, "content").only();
        outer.end();
        return read(new Structure(body, Ber.SEQUENCE, "SignedData"), innerTypes);
    }

    private static SignedData read(Structure fields, Oid... innerTypes) {
        BigInteger version = fields.next(Ber.INTEGER, "version").integer();
        Ber.require(VERSIONS.contains(version), "版本未知", "an unknown version");
        requireAlgorithm(fields.next(Ber.SET, "digest algorithms").only(), Oid.SM3);
        Structure content = new Structure(fields.next(Ber.SEQUENCE, "content"), Ber.SEQUENCE, "content");
        Ber innerType = content.next(Ber.OID, "content type");
        Ber.require(Oid.among(innerType, innerTypes), "内容类型不符", "a content of another type");
        byte[] embedded = content.maybe(Ber.CONTEXT)
                .map(explicit -> explicit.only().octets())
                .orElse(null);
        content.end();
        List<byte[]> certificates =
                fields.maybe(Ber.CONTEXT).map(SignedData::certificates).orElse(List.of());
        fields.maybe(Ber.CONTEXT + 1);
        Ber signer = fields.next(Ber.SET, "signers").only();
        fields.end();
        return read(new Structure(signer, Ber.SEQUENCE, "signer"), innerType, embedded, certificates);
    }

    private static SignedData read(
            Structure signer, Ber innerType, byte @Nullable [] embedded, List<byte[]> certificates) {
        SignerId id = SignerId.next(signer);
        requireAlgorithm(signer.next(Ber.SEQUENCE, "digest algorithm"), Oid.SM3);
        SignedAttributes attributes = signer.maybe(Ber.CONTEXT)
                .map(set -> SignedAttributes.of(set, innerType))
                .orElse(null);
        requireAlgorithm(signer.next(Ber.SEQUENCE, "signature algorithm"), Oid.SM2_SIGNATURE);
        byte[] signature = signer.maybe(0x24)
                .orElseGet(() -> signer.next(Ber.OCTETS, "signature"))
                .octets();
        signer.maybe(Ber.CONTEXT + 1);
        signer.end();
        return new SignedData(embedded, certificates, id, attributes, signature);
    }

    /** Whether it is a signature over this content by this certificate's key. */
    boolean holds(byte[] content, Certificate by) {
        if (embedded != null && !Arrays.equals(embedded, content)) {
            return false;
        }
        return attributes == null
                ? by.signed(content, signature)
                : attributes.speakOf(content) && by.signed(attributes.der(), signature);
    }

    /** Many write the name for certificates, SM2 with SM3, wherever an algorithm is named. */
    private static void requireAlgorithm(Ber element, Oid proper) {
        Structure fields = new Structure(element, Ber.SEQUENCE, "algorithm");
        Ber identifier = fields.next(Ber.OID, "identifier");
        Ber.require(Oid.among(identifier, proper, Oid.SM2_WITH_SM3), "算法不符", "another algorithm than SM2 with SM3");
        fields.maybe(Ber.NULL)
                .ifPresent(none -> Ber.require(none.contents().length == 0, "算法带参数", "an algorithm with parameters"));
        fields.end();
    }

    private static List<byte[]> certificates(Ber set) {
        return set.children().stream()
                .filter(one -> one.is(Ber.SEQUENCE))
                .limit(MOST_CERTIFICATES)
                .map(Ber::encoded)
                .toList();
    }
}
