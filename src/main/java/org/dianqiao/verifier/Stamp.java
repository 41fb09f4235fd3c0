package org.dianqiao.verifier;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;

/** A timestamp (时间戳) of RFC 3161 over a head's text, with an SM3 imprint, signed with SM2. */
record Stamp(SignedData signature, byte[] info, byte[] imprint, Instant at) {

    private static final byte[] NOTHING = {};

    static Stamp of(byte[] token) {
        SignedData signature = SignedData.of(token, Oid.TIMESTAMP_INFO);
        byte[] info = signature.embedded() == null ? NOTHING : signature.embedded();
        Malformed.unless(signature.attributes() != null, "没有签名属性", "it has no signed attributes");
        Structure fields = new Structure(Ber.of(info), Ber.SEQUENCE, "TSTInfo");
        BigInteger version = fields.next(Ber.INTEGER, "version").integer();
        Malformed.unless(version.equals(BigInteger.ONE), "版本未知", "an unknown version");
        fields.next(Ber.OID, "policy");
        Structure imprint = new Structure(fields.next(Ber.SEQUENCE, "imprint"), Ber.SEQUENCE, "imprint");
        Ber algorithm = imprint.next(Ber.SEQUENCE, "algorithm");
        boolean sm3 = algorithm.children().stream().limit(1).anyMatch(Oid.SM3::is);
        Malformed.unless(sm3, "摘要算法不是 SM3", "an imprint that is not SM3");
        byte[] digest = imprint.next(Ber.OCTETS, "digest").contents();
        fields.next(Ber.INTEGER, "serial number");
        return new Stamp(signature, info, digest, Asn1Time.of(fields.next(Ber.GENERALIZED_TIME, "time")));
    }

    boolean over(byte[] text) {
        return Arrays.equals(imprint, Sm3.of(text));
    }

    /** RFC 5816: the signed attributes name the signer's certificate by its digest, so that no other can take its place. */
    boolean names(Certificate certificate) {
        SignedAttributes attributes = signature.attributes();
        return attributes != null
                && (attributes
                                .value(Oid.SIGNING_CERTIFICATE)
                                .filter(value -> names(value, certificate, new SHA1Digest()))
                                .isPresent()
                        || attributes
                                .value(Oid.SIGNING_CERTIFICATE_V2)
                                .filter(value -> names(value, certificate, new SHA256Digest()))
                                .isPresent());
    }

    private static boolean names(Ber value, Certificate certificate, Digest usual) {
        List<Ber> ids = value.children().stream()
                .limit(1)
                .flatMap(all -> all.children().stream())
                .toList();
        if (ids.isEmpty()) {
            return false;
        }
        Structure id = new Structure(ids.get(0), Ber.SEQUENCE, "ESSCertID");
        Digest digest = id.maybe(Ber.SEQUENCE).map(Stamp::digest).orElse(usual);
        return Arrays.equals(id.next(Ber.OCTETS, "digest").contents(), digest(digest, certificate.der()));
    }

    private static Digest digest(Ber algorithm) {
        Ber identifier =
                algorithm.children().stream().findFirst().orElseThrow(() -> new Malformed("缺少算法", "no algorithm"));
        Malformed.unless(Oid.among(identifier, Oid.SHA256, Oid.SM3), "未知的摘要算法", "an unknown digest algorithm");
        return Oid.SM3.is(identifier) ? new SM3Digest() : new SHA256Digest();
    }

    private static byte[] digest(Digest digest, byte[] bytes) {
        digest.update(bytes, 0, bytes.length);
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return result;
    }
}
