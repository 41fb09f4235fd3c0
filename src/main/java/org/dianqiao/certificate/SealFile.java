package org.dianqiao.certificate;

import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.SmallFile;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Sm3;

/** A seal that an authority has made, looked at before anything is sealed with it. */
final class SealFile {

    private static final int MOST_BYTES = 512 * 1024;
    private static final int WITH_CERTIFICATES = 1;
    private static final int WITH_DIGESTS = 2;
    private static final int VALID_FROM = 5;
    private static final int VALID_UNTIL = 6;

    private SealFile() {}

    /** The seal, with which this certificate's key may seal at this time. */
    static Seal read(Path file, Sm2Certificate signer, Instant now) {
        List<Fault> faults = new ArrayList<>();
        byte[] der = SmallFile.bytes(file, MOST_BYTES, faults).orElseThrow(() -> new BadFiles(faults));
        try {
            check(ASN1Sequence.getInstance(der), signer, now);
        } catch (IllegalArgumentException | ClassCastException | ArrayIndexOutOfBoundsException | ParseException e) {
            throw new BadFiles(new Fault(file, "no seal to be used (GB/T 38540-2020): " + e.getMessage()));
        }
        return new Seal(der);
    }

    private static void check(ASN1Sequence seal, Sm2Certificate signer, Instant now) throws ParseException {
        ASN1Sequence info = ASN1Sequence.getInstance(seal.getObjectAt(0));
        ASN1Sequence head = ASN1Sequence.getInstance(info.getObjectAt(0));
        ASN1Sequence property = ASN1Sequence.getInstance(info.getObjectAt(2));
        require(ASN1IA5String.getInstance(head.getObjectAt(0)).getString().equals("ES"), "it is none");
        require(number(head.getObjectAt(1)) == Seal.VERSION, "its structure is not of version 4");
        require(!now.isBefore(time(property.getObjectAt(VALID_FROM))), "it is not valid yet");
        require(now.isBefore(time(property.getObjectAt(VALID_UNTIL))), "it is no longer valid");
        require(lists(property, signer), "the gateway's certificate is not on its list: " + signer);
        require(isSigned(seal), "its maker's signature does not hold");
    }

    private static boolean lists(ASN1Sequence property, Sm2Certificate signer) {
        byte[] entry =
                switch (number(property.getObjectAt(2))) {
                    case WITH_CERTIFICATES -> signer.der();
                    case WITH_DIGESTS -> Sm3.of(signer.der());
                    default -> throw new IllegalArgumentException("its list of certificates is of an unknown kind");
                };
        return StreamSupport.stream(
                        ASN1Sequence.getInstance(property.getObjectAt(3)).spliterator(), false)
                .anyMatch(each -> Arrays.equals(digestOrCertificate(each), entry));
    }

    /** A digest stands beside what it is for. */
    private static byte[] digestOrCertificate(ASN1Encodable listed) {
        ASN1Encodable value = listed.toASN1Primitive() instanceof ASN1Sequence pair ? pair.getObjectAt(1) : listed;
        return ASN1OctetString.getInstance(value).getOctets();
    }

    private static boolean isSigned(ASN1Sequence seal) {
        Sm2Certificate maker = Sm2Certificate.of(
                ASN1OctetString.getInstance(seal.getObjectAt(1)).getOctets());
        byte[] signature = ASN1BitString.getInstance(seal.getObjectAt(3)).getOctets();
        return maker.verifies(Seal.encoded(ASN1Sequence.getInstance(seal.getObjectAt(0))), signature);
    }

    private static int number(ASN1Encodable value) {
        return ASN1Integer.getInstance(value).intValueExact();
    }

    private static Instant time(ASN1Encodable value) throws ParseException {
        return ASN1GeneralizedTime.getInstance(value).getDate().toInstant();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
