package org.dianqiao.verifier;

import java.util.Arrays;

/** What certificates and revocation lists have in common: a body, an algorithm, a signature over the body. */
record Signed(byte[] body, byte[] signature) {

    static Signed of(byte[] der) {
        Structure fields = new Structure(Ber.of(der), Ber.SEQUENCE, "signed structure");
        byte[] body = fields.next(Ber.SEQUENCE, "body").encoded();
        Ber algorithm = fields.next(Ber.SEQUENCE, "algorithm");
        boolean sm2 = algorithm.children().stream().limit(1).anyMatch(Oid.SM2_WITH_SM3::is);
        Ber.require(sm2, "不是 SM2/SM3 签名", "not signed with SM2 and SM3");
        byte[] bits = fields.next(Ber.BITS, "signature").contents();
        fields.end();
        Ber.require(bits.length > 1 && bits[0] == 0, "签名有误", "no signature");
        return new Signed(body, Arrays.copyOfRange(bits, 1, bits.length));
    }

    boolean by(Certificate signer) {
        return Sm2.holds(signer.key(), body, signature);
    }
}
