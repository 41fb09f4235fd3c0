package org.dianqiao.connector.wssecurity;

import static org.dianqiao.connector.wssecurity.Unproven.is;
import static org.dianqiao.connector.wssecurity.Unproven.unless;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianqiao.codes.SoapEnvelope;
import org.w3c.dom.Element;

/**
 * The form of a signature, before anything in it is computed: over exactly this body and this time stamp, each as it
 * stands, by one of two algorithms.
 *
 * <p>The danger is a signature that holds, over something else than what is then acted on: a body that was moved aside, a
 * part of it that an expression selects, an element elsewhere that bears the same id. So a reference is not followed; it
 * must be to the id of the very element whose place makes it the body, or the time stamp.
 */
final class SignedParts {

    private static final Set<String> METHODS = Set.of(Names.RSA, Names.ECDSA);

    private SignedParts() {}

    static void check(Element signature, Element body, Element timestamp) {
        List<Element> parts = SoapEnvelope.children(signature);
        unless(
                parts.size() == 3
                        && is(parts.get(0), Names.DSIG, "SignedInfo")
                        && is(parts.get(1), Names.DSIG, "SignatureValue")
                        && is(parts.get(2), Names.DSIG, "KeyInfo"),
                "Signature 中应依次为 SignedInfo、SignatureValue 和 KeyInfo");
        List<Element> info = SoapEnvelope.children(parts.get(0));
        unless(info.size() == 4, "应恰好签名 Body 和 Timestamp 两处");
        canonicalized(info.get(0), "CanonicalizationMethod");
        method(info.get(1));
        Set<String> signed =
                info.subList(2, 4).stream().map(SignedParts::reference).collect(Collectors.toSet());
        unless(
                signed.equals(Set.of("#" + SecurityHeader.id(body), "#" + SecurityHeader.id(timestamp))),
                "签名的应是本消息的 Body 和 Timestamp");
    }

    private static void method(Element method) {
        unless(is(method, Names.DSIG, "SignatureMethod") && isPlain(method), "签名算法的写法不被接受");
        unless(METHODS.contains(method.getAttribute("Algorithm")), "签名算法应为 RSA-SHA256 或 ECDSA-SHA256");
    }

    /** What it refers to. */
    private static String reference(Element reference) {
        List<Element> parts = SoapEnvelope.children(reference);
        unless(
                is(reference, Names.DSIG, "Reference")
                        && parts.size() == 3
                        && is(parts.get(0), Names.DSIG, "Transforms")
                        && is(parts.get(1), Names.DSIG, "DigestMethod")
                        && is(parts.get(2), Names.DSIG, "DigestValue"),
                "Reference 中应依次为 Transforms、DigestMethod 和 DigestValue");
        List<Element> transforms = SoapEnvelope.children(parts.get(0));
        unless(transforms.size() == 1, "应恰好有一个 Transform");
        canonicalized(transforms.get(0), "Transform");
        unless(parts.get(1).getAttribute("Algorithm").equals(Names.SHA256) && isPlain(parts.get(1)), "摘要算法应为 SHA-256");
        return reference.getAttribute("URI");
    }

    private static void canonicalized(Element element, String name) {
        boolean exclusive = is(element, Names.DSIG, name)
                && element.getAttribute("Algorithm").equals(Names.EXCLUSIVE);
        List<Element> parameters = SoapEnvelope.children(element);
        boolean usual = parameters.isEmpty()
                || (parameters.size() == 1 && is(parameters.get(0), Names.EXCLUSIVE, "InclusiveNamespaces"));
        unless(exclusive && usual, name + " 只能是 Exclusive XML Canonicalization");
    }

    private static boolean isPlain(Element element) {
        return SoapEnvelope.children(element).isEmpty();
    }
}
