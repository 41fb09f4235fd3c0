package org.dianqiao.trust;

import java.util.Arrays;

/** What certificates and revocation lists have in common: a body, an algorithm, a signature over the body's bytes. */
record Signed(byte[] body, byte[] signature) {

    static Signed of(byte[] der) {
        Fields fields = Fields.of(Ber.of(der), Ber.SEQUENCE, "signed structure");
        byte[] body = fields.next(Ber.SEQUENCE, "body").encoded();
        Fields algorithm = Fields.of(fields.next(Ber.SEQUENCE, "algorithm"), Ber.SEQUENCE, "algorithm");
        Fields.require(Oid.SM2_WITH_SM3.isIn(algorithm.next(Ber.OID, "identifier")), "not signed with SM2 and SM3");
        byte[] bits = fields.next(Ber.BITS, "signature").contents();
        fields.end();
        Fields.require(bits.length > 1 && bits[0] == 0, "a signature of broken bytes");
        return new Signed(body, Arrays.copyOfRange(bits, 1, bits.length));
    }

    boolean holdsFor(Sm2Certificate signer) {
        return signer.verifies(body, signature);
    }
}
