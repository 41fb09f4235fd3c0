package org.dianqiao.ofd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.dianqiao.certificate.SealedOfd;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Sm3;

/** Seals a document anew as it likes, so that what is before the thing that is wrong is right. */
public final class Forger {

    static final String SIGNATURE = "Doc_0/Signs/Sign_0/Signature.xml";
    static final String VALUE = "Doc_0/Signs/Sign_0/SignedValue.dat";
    static final String SEAL = "Doc_0/Signs/Sign_0/Seal.esl";

    public final SealedOfd ofd;
    SigningKey signer;
    SigningKey maker;
    Sm2Certificate listed;
    Instant at;
    Instant until;
    int version = 4;
    int sealVersion = 4;
    boolean makerSigns = true;
    ASN1ObjectIdentifier algorithm = GMObjectIdentifiers.sm2sign_with_sm3;

    public Forger(byte[] file, SigningKey key, Instant at) throws Exception {
        this.ofd = new SealedOfd(file);
        this.signer = key;
        this.maker = key;
        this.listed = key.certificate();
        this.at = at;
        this.until = key.certificate().notAfter();
    }

    /** With the digest of each file that its list names as the file is now. */
    public byte[] sealed() throws Exception {
        byte[] seal = seal();
        ofd.entries.put(SEAL, seal);
        String list = withAll(new String(ofd.entries.get(SIGNATURE), StandardCharsets.UTF_8));
        for (String name : ofd.entries.keySet()) {
            String digest = Base64.getEncoder().encodeToString(Sm3.of(ofd.entries.get(name)));
            list = list.replaceAll(
                    "(FileRef=\"/\\Q" + name + "\\E\"><ofd:CheckValue>)[^<]*", "$1" + digest.replace("$", "\\$"));
        }
        ofd.entries.put(SIGNATURE, list.getBytes(StandardCharsets.UTF_8));
        ofd.entries.put(VALUE, value(seal, ofd.entries.get(SIGNATURE)));
        return ofd.zipped();
    }

    /** What was put there since is named too. */
    private String withAll(String list) {
        StringBuilder more = new StringBuilder();
        for (String name : ofd.entries.keySet()) {
            if (!list.contains("\"/" + name + "\"") && !name.equals(SIGNATURE) && !name.equals(VALUE)) {
                more.append("<ofd:Reference FileRef=\"/%s\"><ofd:CheckValue></ofd:CheckValue></ofd:Reference>"
                        .formatted(name));
            }
        }
        return list.replace("</ofd:References>", more + "</ofd:References>");
    }

    private byte[] value(byte[] seal, byte[] list) throws IOException {
        DERSequence signed = sequence(
                new ASN1Integer(version),
                ASN1Sequence.getInstance(seal),
                time(at),
                new DERBitString(Sm3.of(list)),
                new DERIA5String("/" + SIGNATURE));
        return signed(signed, signer, true);
    }

    private byte[] seal() throws IOException {
        DERSequence info = sequence(
                sequence(new DERIA5String("ES"), new ASN1Integer(sealVersion), new DERIA5String("FORGER")),
                new DERIA5String("1"),
                sequence(
                        new ASN1Integer(1),
                        new DERUTF8String("郑州市政务服务和大数据管理局"),
                        new ASN1Integer(1),
                        sequence(new DEROctetString(listed.der())),
                        time(listed.notBefore()),
                        time(listed.notBefore()),
                        time(until)),
                sequence(
                        new DERIA5String("PNG"),
                        new DEROctetString(new byte[] {1}),
                        new ASN1Integer(42),
                        new ASN1Integer(42)));
        return signed(info, maker, makerSigns);
    }

    private byte[] signed(DERSequence content, SigningKey key, boolean rightly) throws IOException {
        byte[] what = rightly ? content.getEncoded("DER") : new byte[] {1};
        return sequence(
                        content,
                        new DEROctetString(key.certificate().der()),
                        algorithm,
                        new DERBitString(key.sign(what)))
                .getEncoded("DER");
    }

    private static DERGeneralizedTime time(Instant at) {
        return new DERGeneralizedTime(Date.from(at));
    }

    private static DERSequence sequence(ASN1Encodable... members) {
        return new DERSequence(members);
    }
}
