package org.dianqiao.trust;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** The two numbers of an SM2 signature, both in 1..n-1, on the wire as DER SEQUENCE{r, s} and in no other form. */
record Sm2Signature(BigInteger r, BigInteger s) {

    /** SEQUENCE, two INTEGERs of at most 33 bytes. */
    static final int LONGEST = 72;

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    /** Empty for whatever is not canonical: one signature has one encoding, so nobody can make a second from a first. */
    static Optional<Sm2Signature> read(byte[] der) {
        if (der.length < 8 || der.length > LONGEST || der[0] != SEQUENCE || der[1] != der.length - 2) {
            return Optional.empty();
        }
        int second = 4 + der[3];
        if (der[3] < 1 || second + 3 > der.length || der[2] != INTEGER || der[second] != INTEGER) {
            return Optional.empty();
        }
        Sm2Signature read = new Sm2Signature(
                new BigInteger(der, 4, der[3]), new BigInteger(der, second + 2, der.length - second - 2));
        return read.inRange() && Arrays.equals(read.der(), der) ? Optional.of(read) : Optional.empty();
    }

    byte[] der() {
        byte[] first = r.toByteArray();
        byte[] second = s.toByteArray();
        byte[] der = new byte[6 + first.length + second.length];
        der[0] = SEQUENCE;
        der[1] = (byte) (der.length - 2);
        put(first, der, 2);
        put(second, der, 4 + first.length);
        return der;
    }

    private static void put(byte[] integer, byte[] der, int at) {
        der[at] = INTEGER;
        der[at + 1] = (byte) integer.length;
        System.arraycopy(integer, 0, der, at + 2, integer.length);
    }

    private boolean inRange() {
        return inRange(r) && inRange(s);
    }

    private static boolean inRange(BigInteger number) {
        return number.signum() > 0 && number.compareTo(Sm2.N) < 0;
    }
}
