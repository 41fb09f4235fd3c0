package org.dianqiao.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DLSet;

/** A SignedData in which something was changed, and all lengths put right again. */
final class Rewritten {

    private Rewritten() {}

    /** With its signer so many times. */
    static byte[] signers(byte[] signedData, int times) {
        ASN1Sequence outer = ASN1Sequence.getInstance(signedData);
        ASN1Sequence body = ASN1Sequence.getInstance((ASN1TaggedObject) outer.getObjectAt(1), true);
        ASN1EncodableVector fields = new ASN1EncodableVector();
        for (int i = 0; i < body.size() - 1; i++) {
            fields.add(body.getObjectAt(i));
        }
        ASN1Encodable signer =
                ASN1Set.getInstance(body.getObjectAt(body.size() - 1)).getObjectAt(0);
        ASN1EncodableVector signers = new ASN1EncodableVector();
        for (int i = 0; i < times; i++) {
            signers.add(signer);
        }
        fields.add(new DLSet(signers));
        return encoded(new DERSequence(
                new ASN1Encodable[] {outer.getObjectAt(0), new DERTaggedObject(true, 0, new DERSequence(fields))}));
    }

    private static byte[] encoded(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DL");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
