package org.dianqiao.certificate;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import org.dianqiao.trust.Sm3;

/** The list of an OFD file's signatures, and the one signature on it (GB/T 33190-2016, clause 18). */
final class OfdSignature {

    static final String LIST = "Doc_0/Signs/Signatures.xml";
    static final String FILE = "Doc_0/Signs/Sign_0/Signature.xml";
    static final String SEAL = "Doc_0/Signs/Sign_0/Seal.esl";
    static final String VALUE = "Doc_0/Signs/Sign_0/SignedValue.dat";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String SM3 = "1.2.156.10197.1.401";

    private OfdSignature() {}

    static String list() {
        return """
                <ofd:Signatures xmlns:ofd="http://www.ofdspec.org/2016"><ofd:MaxSignId>1</ofd:MaxSignId>\
                <ofd:Signature ID="1" Type="Seal" BaseLoc="/%s"/></ofd:Signatures>
                """.formatted(FILE);
    }

    static String of(Map<String, byte[]> entries, int page, Sheet.Spot spot, Meta meta) {
        return """
                <ofd:Signature xmlns:ofd="http://www.ofdspec.org/2016"><ofd:SignedInfo>\
                <ofd:Provider ProviderName="Dianqiao" Version="1.0" Company="%s"/>\
                <ofd:SignatureMethod>%s</ofd:SignatureMethod><ofd:SignatureDateTime>%s</ofd:SignatureDateTime>\
                <ofd:References CheckMethod="%s">%s</ofd:References>\
                <ofd:StampAnnot ID="1" PageRef="%d" Boundary="%s %s %s %s"/>\
                <ofd:Seal><ofd:BaseLoc>/%s</ofd:BaseLoc></ofd:Seal></ofd:SignedInfo>\
                <ofd:SignedValue>/%s</ofd:SignedValue></ofd:Signature>
                """.formatted(
                        Xml.escaped(meta.issuer()),
                        Seal.SM3_WITH_SM2.getId(),
                        MOMENT.format(meta.at()),
                        SM3,
                        references(entries),
                        page,
                        Xml.number(spot.x()),
                        Xml.number(spot.y()),
                        Xml.number(spot.side()),
                        Xml.number(spot.side()),
                        SEAL,
                        VALUE);
    }

    private static String references(Map<String, byte[]> entries) {
        StringBuilder references = new StringBuilder();
        entries.forEach((name, bytes) ->
                references.append("<ofd:Reference FileRef=\"/%s\"><ofd:CheckValue>%s</ofd:CheckValue></ofd:Reference>"
                        .formatted(name, Base64.getEncoder().encodeToString(Sm3.of(bytes)))));
        return references.toString();
    }
}
