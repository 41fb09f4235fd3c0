package org.dianqiao.connector.wssecurity;

import static org.dianqiao.connector.wssecurity.Unproven.because;
import static org.dianqiao.connector.wssecurity.Unproven.is;
import static org.dianqiao.connector.wssecurity.Unproven.unless;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dianqiao.codes.SoapEnvelope;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The one security header of a message, by where its parts stand: a time stamp, a signature, at most one certificate. */
record SecurityHeader(
        Element timestamp, Element signature, @Nullable Element token) {

    private static final Set<String> IDS = Set.of("id", "wsu:id", "xml:id");

    static SecurityHeader of(SoapEnvelope envelope) {
        List<Element> security = envelope.headers().stream()
                .filter(header -> is(header, Names.WSSE, "Security"))
                .toList();
        unless(security.size() == 1, "应恰好有一个 Security 头");
        envelope.headers().forEach(header -> understood(header, envelope));
        oneOfEachId(envelope.document().getDocumentElement(), new HashSet<>());
        return of(security.get(0), envelope);
    }

    /** Whoever says that we must understand a header means something by it, and we know no other. */
    private static void understood(Element header, SoapEnvelope envelope) {
        boolean ours = is(header, Names.WSSE, "Security");
        String must = header.getAttributeNS(envelope.version(), "mustUnderstand");
        unless(ours || must.isEmpty() || must.equals("0") || must.equals("false"), "有不认识而必须理解的消息头");
        boolean toAnother =
                header.hasAttributeNS(envelope.version(), "actor") || header.hasAttributeNS(envelope.version(), "role");
        unless(!ours || !toAnother, "Security 头不是给我方的");
    }

    private static SecurityHeader of(Element security, SoapEnvelope envelope) {
        Element timestamp = null;
        Element signature = null;
        Element token = null;
        for (Element part : SoapEnvelope.children(security)) {
            if (timestamp == null && is(part, Names.WSU, "Timestamp")) {
                timestamp = part;
            } else if (signature == null && is(part, Names.DSIG, "Signature")) {
                signature = part;
            } else if (token == null && is(part, Names.WSSE, "BinarySecurityToken")) {
                token = part;
            } else {
                throw because("Security 头中只能有 Timestamp、Signature 和至多一个 BinarySecurityToken");
            }
        }
        if (timestamp == null || signature == null) {
            throw because("Security 头中应有 Timestamp 和 Signature");
        }
        unless(!id(envelope.body()).isEmpty() && !id(timestamp).isEmpty(), "Body 和 Timestamp 应有 wsu:Id");
        return new SecurityHeader(timestamp, signature, token);
    }

    static String id(Element element) {
        return element.getAttributeNS(Names.WSU, "Id");
    }

    /** In whatever way it may be written: what is found by an id must be certain. */
    private static void oneOfEachId(Element element, Set<String> seen) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            String name = attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
            unless(!IDS.contains(name.toLowerCase(Locale.ROOT)) || seen.add(attribute.getValue()), "同一个 Id 出现了两次");
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                oneOfEachId(inner, seen);
            }
        }
    }
}
