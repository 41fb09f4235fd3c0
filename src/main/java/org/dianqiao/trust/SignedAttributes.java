package org.dianqiao.trust;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * What some peers sign in the content's place: attributes, one of which is the content's digest.
 *
 * @param der the attributes as the SET OF that was signed
 * @param digest what they say the content's SM3 is
 */
record SignedAttributes(byte[] der, byte[] digest) {

    static SignedAttributes read(Ber element, Ber innerType) {
        List<Attribute> attributes = new ArrayList<>();
        for (Ber child : element.children()) {
            Attribute attribute = Attribute.read(child);
            Fields.require(attributes.stream().noneMatch(attribute::sameType), "a signed attribute twice");
            attributes.add(attribute);
        }
        Ber type = value(attributes, Oid.CONTENT_TYPE, "contentType");
        Fields.require(type.is(Ber.OID) && type.contentsEqual(innerType.contents()), "contentType of another content");
        return new SignedAttributes(
                setOf(element),
                value(attributes, Oid.MESSAGE_DIGEST, "messageDigest").octets());
    }

    boolean speakOf(byte[] content) {
        return Arrays.equals(digest, Sm3.of(content));
    }

    private static Ber value(List<Attribute> attributes, Oid type, String name) {
        Attribute attribute = attributes.stream()
                .filter(candidate -> type.isIn(candidate.type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("signed attributes without " + name));
        Fields.require(attribute.values.size() == 1, name + " without exactly one value");
        return attribute.values.get(0);
    }

    /** They travel under another tag and perhaps in another order than they were signed in. */
    private static byte[] setOf(Ber element) {
        byte[] set = element.encoded();
        set[0] = Ber.SET;
        try {
            return ASN1Primitive.fromByteArray(set).getEncoded(ASN1Encoding.DER);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("signed attributes that are no set", e);
        }
    }

    private record Attribute(Ber type, List<Ber> values) {

        static Attribute read(Ber element) {
            Fields fields = Fields.of(element, Ber.SEQUENCE, "attribute");
            Attribute attribute = new Attribute(
                    fields.next(Ber.OID, "type"), fields.next(Ber.SET, "values").children());
            fields.end();
            return attribute;
        }

        boolean sameType(Attribute other) {
            return type.contentsEqual(other.type.contents());
        }
    }
}
