package org.dianqiao.trust;

import java.math.BigInteger;
import java.util.Arrays;

/** How a signature says whose it is: by the certificate's issuer and number, or by its key's id. */
sealed interface SignerId {

    boolean names(Sm2Certificate certificate);

    /** Of its own for each id: certificates are kept under it. */
    byte[] sm3();

    /** The issuer's name as it stands in the certificate, byte for byte. */
    record IssuerAndSerial(byte[] issuer, BigInteger serial) implements SignerId {

        @Override
        public boolean names(Sm2Certificate certificate) {
            return certificate.serialNumber().equals(serial) && certificate.issuerWrittenAs(issuer);
        }

        @Override
        public byte[] sm3() {
            byte[] number = serial.toByteArray();
            return Sm3.running()
                    .update(issuer, 0, issuer.length)
                    .update(number, 0, number.length)
                    .digest();
        }
    }

    record KeyId(byte[] id) implements SignerId {

        @Override
        public boolean names(Sm2Certificate certificate) {
            return Arrays.equals(certificate.keyId(), id);
        }

        @Override
        public byte[] sm3() {
            return Sm3.of(id);
        }
    }

    static SignerId issuerAndSerial(Ber element) {
        Fields fields = Fields.of(element, Ber.SEQUENCE, "issuer and serial number");
        SignerId id = new IssuerAndSerial(
                fields.next(Ber.SEQUENCE, "issuer").encoded(),
                fields.next(Ber.INTEGER, "serial number").integer());
        fields.end();
        return id;
    }
}
