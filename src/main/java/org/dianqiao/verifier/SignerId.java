package org.dianqiao.verifier;

import java.math.BigInteger;
import java.util.Arrays;

/** Whose signature it says it is. */
sealed interface SignerId {

    boolean names(Certificate certificate);

    record IssuerAndSerial(byte[] issuer, BigInteger serial) implements SignerId {
        @Override
        public boolean names(Certificate certificate) {
            return serial.equals(certificate.serial()) && Arrays.equals(issuer, certificate.issuer());
        }
    }

    record KeyId(byte[] id) implements SignerId {
        @Override
        public boolean names(Certificate certificate) {
            return Arrays.equals(id, certificate.keyId());
        }
    }

    /** Version 1 goes with the issuer's name and a serial number, version 3 with a key's id. */
    static SignerId next(Structure signer) {
        BigInteger version = signer.next(Ber.INTEGER, "version").integer();
        boolean byName = signer.aheadIs(Ber.SEQUENCE);
        Ber.require(
                version.intValue() == (byName ? 1 : 3) && version.bitLength() < 8,
                "签名人版本不符",
                "a signer of another version");
        if (!byName) {
            return new KeyId(signer.next(0x80, "signer's id").contents());
        }
        Structure id = new Structure(signer.next(Ber.SEQUENCE, "signer's id"), Ber.SEQUENCE, "signer's id");
        SignerId read = new IssuerAndSerial(
                id.next(Ber.SEQUENCE, "issuer").encoded(),
                id.next(Ber.INTEGER, "serial number").integer());
        id.end();
        return read;
    }
}
