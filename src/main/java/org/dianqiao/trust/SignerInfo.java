package org.dianqiao.trust;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The one signer's part of a SignedData: who, over what, and the signature itself. */
record SignerInfo(SignerId id, @Nullable SignedAttributes attributes, byte[] signature) {

    private static final int KEY_ID = 0x80;
    private static final int SIGNED = 0xa0;
    private static final int UNSIGNED = 0xa1;
    private static final BigInteger VERSION_WITH_ISSUER = BigInteger.ONE;
    private static final BigInteger VERSION_WITH_KEY_ID = BigInteger.valueOf(3);

    static SignerInfo read(Ber element, Ber innerType) {
        Fields fields = Fields.of(element, Ber.SEQUENCE, "signer");
        SignerId id = id(fields);
        Algorithm.DIGEST.require(fields.next(Ber.SEQUENCE, "digest algorithm"));
        SignedAttributes attributes = fields.maybe(SIGNED)
                .map(found -> SignedAttributes.read(found, innerType))
                .orElse(null);
        Algorithm.SIGNATURE.require(fields.next(Ber.SEQUENCE, "signature algorithm"));
        byte[] signature = fields.next("signature", Ber.OCTETS, Ber.PIECES).octets();
        Fields.require(Sm2Signature.read(signature).isPresent(), "a signature that is not DER r and s in their range");
        fields.maybe(UNSIGNED);
        fields.end();
        return new SignerInfo(id, attributes, signature);
    }

    boolean holds(byte[] content, Sm2Certificate signer) {
        if (attributes == null) {
            return signer.verifies(content, signature);
        }
        return attributes.speakOf(content) && signer.verifies(attributes.der(), signature);
    }

    private static SignerId id(Fields fields) {
        BigInteger version = fields.next(Ber.INTEGER, "version").integer();
        Ber id = fields.next("signer's id", Ber.SEQUENCE, KEY_ID);
        Fields.require(
                version.equals(id.is(KEY_ID) ? VERSION_WITH_KEY_ID : VERSION_WITH_ISSUER),
                "a signer's id of another version");
        return id.is(KEY_ID) ? new SignerId.KeyId(id.contents()) : SignerId.issuerAndSerial(id);
    }
}
