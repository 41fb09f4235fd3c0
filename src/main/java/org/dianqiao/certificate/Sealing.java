package org.dianqiao.certificate;

import java.time.Instant;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Sm3;

/** Puts a seal to documents 电子签章 (GB/T 38540-2020, clause 7) with the key that may use it. */
record Sealing(Seal seal, SigningKey key) {

    /** Over these bytes, which stand under this path in the document. */
    byte[] over(byte[] bytes, String path, Instant at) {
        DERSequence signed = Seal.sequence(
                new ASN1Integer(Seal.VERSION),
                ASN1Sequence.getInstance(seal.der()),
                Seal.time(at),
                new DERBitString(Sm3.of(bytes)),
                new DERIA5String(path));
        return Seal.encoded(Seal.sequence(
                signed,
                new DEROctetString(key.certificate().der()),
                Seal.SM3_WITH_SM2,
                new DERBitString(key.sign(Seal.encoded(signed)))));
    }
}
