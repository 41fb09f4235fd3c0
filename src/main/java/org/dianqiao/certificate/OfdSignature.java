package org.dianqiao.certificate;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.dianqiao.trust.Sm3;
import org.ofdrw.core.basicType.ST_Box;
import org.ofdrw.core.basicType.ST_Loc;
import org.ofdrw.core.basicType.ST_RefID;
import org.ofdrw.core.signatures.appearance.Seal;
import org.ofdrw.core.signatures.appearance.StampAnnot;
import org.ofdrw.core.signatures.range.Reference;
import org.ofdrw.core.signatures.range.References;
import org.ofdrw.core.signatures.sig.Provider;
import org.ofdrw.core.signatures.sig.Signature;
import org.ofdrw.core.signatures.sig.SignedInfo;

/** The one signature on an OFD file: what it vouches for, and where its seal is seen (GB/T 33190-2016, clause 18). */
final class OfdSignature {

    static final String FILE = "Doc_0/Signs/Sign_0/Signature.xml";
    static final String SEAL = "Doc_0/Signs/Sign_0/Seal.esl";
    static final String VALUE = "Doc_0/Signs/Sign_0/SignedValue.dat";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private OfdSignature() {}

    static Signature of(Map<String, byte[]> entries, int page, Sheet.Spot spot, Meta meta) {
        SignedInfo info = new SignedInfo()
                .setProvider(new Provider()
                        .setProviderName("Dianqiao")
                        .setVersion("1.0")
                        .setCompany(meta.issuer()))
                .setSignatureMethod(GMObjectIdentifiers.sm2sign_with_sm3)
                .setSignatureDateTime(MOMENT.format(meta.at()))
                .setReferences(references(entries))
                .addStampAnnot(new StampAnnot()
                        .setID("1")
                        .setPageRef(new ST_RefID(page))
                        .setBoundary(new ST_Box(spot.x(), spot.y(), spot.side(), spot.side())))
                .setSeal(new Seal(location(SEAL)));
        return new Signature().setSignedInfo(info).setSignedValue(location(VALUE));
    }

    private static References references(Map<String, byte[]> entries) {
        References references = new References().setCheckMethod(GMObjectIdentifiers.sm3.getId());
        entries.forEach((name, bytes) -> references.addReference(new Reference(location(name), Sm3.of(bytes))));
        return references;
    }

    /** Whoever reads it may stand in any folder. */
    static ST_Loc location(String name) {
        return new ST_Loc("/" + name);
    }
}
