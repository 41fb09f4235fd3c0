package org.dianqiao.ofd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Sm3;

/**
 * An electronic seal 电子印章 as GB/T 38540-2020 writes it: a picture, who may seal with it and when, signed by its maker.
 * Where it is none, whatever is asked of it throws an IllegalArgumentException with the reason.
 */
public record ElectronicSeal(ASN1Sequence seal) {

    public static final int VERSION = 4;

    private static final int WITH_CERTIFICATES = 1;
    private static final int WITH_DIGESTS = 2;
    private static final int LIST_TYPE = 2;
    private static final int LIST = 3;
    private static final int VALID_FROM = 5;
    private static final int VALID_UNTIL = 6;

    /** IllegalArgumentException also where it is of another version of the standard. */
    public static ElectronicSeal of(byte[] der) {
        return reading(() -> {
            ElectronicSeal seal = new ElectronicSeal(ASN1Sequence.getInstance(der));
            ASN1Sequence head = sequence(seal.info(), 0);
            require(ASN1IA5String.getInstance(head.getObjectAt(0)).getString().equals("ES"), "it is none");
            require(number(head.getObjectAt(1)) == VERSION, "its structure is not of version 4");
            return seal;
        });
    }

    /** Whether it may be used at this time. */
    public boolean isValidAt(Instant at) {
        return !at.isBefore(validFrom()) && at.isBefore(validUntil());
    }

    public Instant validFrom() {
        return reading(() -> time(property().getObjectAt(VALID_FROM)));
    }

    public Instant validUntil() {
        return reading(() -> time(property().getObjectAt(VALID_UNTIL)));
    }

    /** Whether this certificate's key may seal with it. */
    public boolean lists(Sm2Certificate signer) {
        return reading(() -> {
            byte[] entry =
                    switch (number(property().getObjectAt(LIST_TYPE))) {
                        case WITH_CERTIFICATES -> signer.der();
                        case WITH_DIGESTS -> Sm3.of(signer.der());
                        default -> throw new IllegalArgumentException("its list of certificates is of an unknown kind");
                    };
            return StreamSupport.stream(sequence(property(), LIST).spliterator(), false)
                    .anyMatch(each -> Arrays.equals(digestOrCertificate(each), entry));
        });
    }

    /** Who made it. */
    public Sm2Certificate maker() {
        return reading(() -> Sm2Certificate.of(octets(seal.getObjectAt(1))));
    }

    public boolean isSignedByItsMaker() {
        return reading(() -> maker().verifies(encoded(info()), bits(seal.getObjectAt(3))));
    }

    private ASN1Sequence info() {
        return sequence(seal, 0);
    }

    private ASN1Sequence property() {
        return sequence(info(), 2);
    }

    /** A digest stands beside what it is for. */
    private static byte[] digestOrCertificate(ASN1Encodable listed) {
        return octets(listed.toASN1Primitive() instanceof ASN1Sequence pair ? pair.getObjectAt(1) : listed);
    }

    static ASN1Sequence sequence(ASN1Sequence within, int index) {
        return ASN1Sequence.getInstance(within.getObjectAt(index));
    }

    static byte[] octets(ASN1Encodable value) {
        return ASN1OctetString.getInstance(value).getOctets();
    }

    static byte[] bits(ASN1Encodable value) {
        return ASN1BitString.getInstance(value).getOctets();
    }

    static int number(ASN1Encodable value) {
        return ASN1Integer.getInstance(value).intValueExact();
    }

    static Instant time(ASN1Encodable value) throws ParseException {
        return ASN1GeneralizedTime.getInstance(value).getDate().toInstant();
    }

    static byte[] encoded(ASN1Sequence value) {
        try {
            return value.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Whatever the reader of ASN.1 finds wrong is wrong with what is read. */
    static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException | Unsound e) {
            throw e;
        } catch (ParseException | RuntimeException e) {
            throw new IllegalArgumentException("its structure is not of the standard: " + e.getMessage(), e);
        }
    }

    interface Reading<T> {
        T read() throws ParseException;
    }
}
