package org.dianqiao.ofd;

import static org.dianqiao.ofd.ElectronicSeal.bits;
import static org.dianqiao.ofd.ElectronicSeal.encoded;
import static org.dianqiao.ofd.ElectronicSeal.number;
import static org.dianqiao.ofd.ElectronicSeal.octets;
import static org.dianqiao.ofd.ElectronicSeal.reading;
import static org.dianqiao.ofd.ElectronicSeal.sequence;

import java.time.Instant;
import org.bouncycastle.asn1.ASN1Sequence;
import org.dianqiao.trust.Sm2Certificate;

/**
 * A seal put to something 电子签章 (GB/T 38540-2020, clause 7).
 *
 * @param seal as it stands in what was signed
 * @param at when, as who sealed says
 * @param digest of what was sealed
 */
record SealedValue(ASN1Sequence whole, ASN1Sequence seal, Instant at, byte[] digest, Sm2Certificate signer) {

    /** Unsound where it is of another version: its structure is another, and nothing more is known of it. */
    static SealedValue of(byte[] der) {
        return reading(() -> {
            ASN1Sequence whole = ASN1Sequence.getInstance(der);
            ASN1Sequence signed = sequence(whole, 0);
            int version = number(signed.getObjectAt(0));
            if (version != ElectronicSeal.VERSION) {
                throw Unsound.unknown("its seal is of version " + version);
            }
            return new SealedValue(
                    whole,
                    sequence(signed, 1),
                    ElectronicSeal.time(signed.getObjectAt(2)),
                    bits(signed.getObjectAt(3)),
                    Sm2Certificate.of(octets(whole.getObjectAt(1))));
        });
    }

    boolean isSigned() {
        return reading(() -> signer.verifies(encoded(sequence(whole, 0)), bits(whole.getObjectAt(3))));
    }
}
