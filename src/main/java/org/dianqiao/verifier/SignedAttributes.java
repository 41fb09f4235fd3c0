package org.dianqiao.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;

/** What is signed in the content's place: attributes, one of them the content's digest. */
record SignedAttributes(byte[] der, List<Attribute> attributes) {

    record Attribute(Ber type, List<Ber> values) {}

    static SignedAttributes of(Ber element, Ber innerType) {
        List<Attribute> attributes = new ArrayList<>();
        for (Ber one : element) {
            Structure fields = new Structure(one, Ber.SEQUENCE, "attribute");
            Ber type = fields.next(Ber.OID, "type");
            boolean known = attributes.stream().anyMatch(other -> same(other.type, type));
            Ber.require(!known, "签名属性重复", "a signed attribute twice");
            attributes.add(new Attribute(type, fields.next(Ber.SET, "values").children()));
            fields.end();
        }
        SignedAttributes read = new SignedAttributes(setOf(element), attributes);
        Ber.require(
                same(read.required(Oid.CONTENT_TYPE), innerType), "contentType 不符", "contentType of another content");
        read.required(Oid.MESSAGE_DIGEST);
        return read;
    }

    boolean speakOf(byte[] content) {
        return Arrays.equals(required(Oid.MESSAGE_DIGEST).octets(), Sm3.of(content));
    }

    Optional<Ber> value(Oid type) {
        Optional<Attribute> found =
                attributes.stream().filter(one -> type.is(one.type)).findFirst();
        found.ifPresent(
                one -> Ber.require(one.values.size() == 1, "签名属性应恰有一值", "a signed attribute without one value"));
        return found.map(one -> one.values.get(0));
    }

    private Ber required(Oid type) {
        return value(type).orElseThrow(() -> new Malformed("缺少签名属性 " + type, "no signed attribute " + type));
    }

    private static boolean same(Ber one, Ber other) {
        return Arrays.equals(one.contents(), other.contents());
    }

    /** They travel under another tag, and perhaps in another order and form than they were signed in. */
    private static byte[] setOf(Ber element) {
        byte[] set = element.encoded();
        set[0] = Ber.SET;
        requireShallow(Ber.of(set), 0);
        try {
            return ASN1Primitive.fromByteArray(set).getEncoded(ASN1Encoding.DER);
        } catch (IOException | RuntimeException e) {
            throw new Malformed("签名属性不是集合", "signed attributes that are no set");
        }
    }

    private static void requireShallow(Ber element, int depth) {
        Ber.require(depth < 16, "嵌套过深", "nested too deep");
        element.forEach(child -> requireShallow(child, depth + 1));
    }
}
