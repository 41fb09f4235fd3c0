package org.dianqiao.verifier;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What a certificate's key may be used for. In the national system the encryption half of a pair lies in escrow with
 * the key centre, so a right to encrypt takes the right to sign away.
 */
record Usage(
        Optional<byte[]> bits,
        boolean authority,
        Optional<BigInteger> longestPath,
        boolean onlyForStamps,
        boolean demandsMore) {

    private static final int DIGITAL_SIGNATURE = 0x80;
    private static final int NON_REPUDIATION = 0x40;
    private static final int ENCRYPTION = 0x20 | 0x10 | 0x08;
    private static final int SIGNS_CERTIFICATES = 0x04;
    private static final int SIGNS_LISTS = 0x02;

    static Usage of(Extensions extensions) {
        Optional<Structure> constraints = extensions
                .value(Oid.BASIC_CONSTRAINTS)
                .map(ber -> new Structure(ber, Ber.SEQUENCE, "basicConstraints"));
        boolean authority = constraints
                .flatMap(fields -> fields.maybe(Ber.BOOLEAN))
                .map(Ber::truth)
                .orElse(false);
        return new Usage(
                extensions.value(Oid.KEY_USAGE).map(Ber::contents).filter(bits -> bits.length > 1),
                authority,
                constraints.flatMap(fields -> fields.maybe(Ber.INTEGER)).map(Ber::integer),
                forStamps(extensions),
                extensions.demandsMoreThan(
                        Oid.KEY_USAGE,
                        Oid.BASIC_CONSTRAINTS,
                        Oid.SUBJECT_ALTERNATIVE_NAME,
                        Oid.SUBJECT_KEY_ID,
                        Oid.AUTHORITY_KEY_ID,
                        Oid.CERTIFICATE_POLICIES,
                        Oid.EXTENDED_KEY_USAGE));
    }

    /** RFC 3161, 2.3: this purpose alone, and marked critical. */
    private static boolean forStamps(Extensions extensions) {
        return extensions.critical(Oid.EXTENDED_KEY_USAGE)
                && extensions
                        .value(Oid.EXTENDED_KEY_USAGE)
                        .map(Ber::children)
                        .filter(purposes -> purposes.size() == 1)
                        .filter(purposes -> Oid.TIME_STAMPING.is(purposes.get(0)))
                        .isPresent();
    }

    boolean signs() {
        return bits.isPresent() && has(DIGITAL_SIGNATURE) && !has(ENCRYPTION) && !authority;
    }

    boolean stamps() {
        boolean mayStamp = bits.isEmpty() || (has(DIGITAL_SIGNATURE | NON_REPUDIATION) && !has(ENCRYPTION));
        return mayStamp && onlyForStamps && !authority;
    }

    boolean issues() {
        return authority && (bits.isEmpty() || has(SIGNS_CERTIFICATES));
    }

    boolean signsLists() {
        return authority && (bits.isEmpty() || has(SIGNS_LISTS));
    }

    boolean allowsBelow(int authorities) {
        return longestPath.isEmpty() || longestPath.get().compareTo(BigInteger.valueOf(authorities)) >= 0;
    }

    private boolean has(int anyOf) {
        return (bits.orElseThrow()[1] & anyOf) != 0;
    }
}
