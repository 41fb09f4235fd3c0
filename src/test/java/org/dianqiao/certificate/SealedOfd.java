package org.dianqiao.certificate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A sealed OFD file as whoever receives it takes it apart: BouncyCastle and the JDK, and nothing of ours. */
public final class SealedOfd {

    private static final String SIGNATURE = "Doc_0/Signs/Sign_0/Signature.xml";
    private static final String VALUE = "Doc_0/Signs/Sign_0/SignedValue.dat";

    public final Map<String, byte[]> entries = new LinkedHashMap<>();

    public SealedOfd(byte[] file) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    public byte[] zipped() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return file.toByteArray();
    }

    /** Of each entry but the two that are the signature: exactly those, and each as its digest says. */
    public boolean referencesHold() throws Exception {
        Set<String> referenced = new TreeSet<>();
        var references = xml(SIGNATURE).getElementsByTagNameNS("*", "Reference");
        for (int i = 0; i < references.getLength(); i++) {
            Element reference = (Element) references.item(i);
            String name = reference.getAttribute("FileRef").substring(1);
            byte[] digest =
                    Base64.getDecoder().decode(reference.getTextContent().strip());
            if (!entries.containsKey(name) || !Arrays.equals(digest, sm3(entries.get(name)))) {
                return false;
            }
            referenced.add(name);
        }
        Set<String> others = new TreeSet<>(entries.keySet());
        others.removeAll(Set.of(SIGNATURE, VALUE));
        return referenced.equals(others);
    }

    /** Over the list of references, with the path it stands under, by a certificate on the seal's list. */
    public boolean signatureHolds() throws Exception {
        ASN1Sequence signed = at(value(), 0);
        byte[] certificate = octets(value(), 1);
        return Arrays.equals(bits(signed, 3), sm3(entries.get(SIGNATURE)))
                && ASN1IA5String.getInstance(signed.getObjectAt(4)).getString().equals("/" + SIGNATURE)
                && Arrays.equals(certificate, octets(at(at(at(seal(), 0), 2), 3), 0))
                && verifies(certificate, signed, bits(value(), 3));
    }

    /** The seal that is in the signature is the one beside it, and its maker signed it. */
    public boolean sealHolds() throws Exception {
        return Arrays.equals(seal().getEncoded(), entries.get("Doc_0/Signs/Sign_0/Seal.esl"))
                && verifies(octets(seal(), 1), at(seal(), 0), bits(seal(), 3));
    }

    Document xml(String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(entries.get(name)));
    }

    private ASN1Sequence value() {
        return ASN1Sequence.getInstance(entries.get(VALUE));
    }

    private ASN1Sequence seal() {
        return at(at(value(), 0), 1);
    }

    private static ASN1Sequence at(ASN1Sequence sequence, int index) {
        return ASN1Sequence.getInstance(sequence.getObjectAt(index));
    }

    private static byte[] octets(ASN1Sequence sequence, int index) {
        return ASN1OctetString.getInstance(sequence.getObjectAt(index)).getOctets();
    }

    private static byte[] bits(ASN1Sequence sequence, int index) {
        return ASN1BitString.getInstance(sequence.getObjectAt(index)).getOctets();
    }

    private static boolean verifies(byte[] certificate, ASN1Sequence signed, byte[] signature) throws Exception {
        var key = (ECPublicKeyParameters)
                PublicKeyFactory.createKey(Certificate.getInstance(certificate).getSubjectPublicKeyInfo());
        byte[] content = signed.getEncoded("DER");
        SM2Signer signer = new SM2Signer();
        signer.init(false, key);
        signer.update(content, 0, content.length);
        return signer.verifySignature(signature);
    }

    private static byte[] sm3(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return out;
    }
}
