package org.dianqiao.connector.wssecurity;

import static org.dianqiao.connector.wssecurity.Unproven.because;
import static org.dianqiao.connector.wssecurity.Unproven.is;
import static org.dianqiao.connector.wssecurity.Unproven.unless;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.dianqiao.codes.SoapEnvelope;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** By which of the registered certificates a signature says that it was made. One that is brought along counts only if it is one of them. */
record KeyReference(Element keyInfo, @Nullable Element token) {

    private static final String KEY_IDENTIFIER_EXTENSION = "2.5.29.14";

    /** An OCTET STRING in an OCTET STRING, both short. */
    private static final int BEFORE_IDENTIFIER = 4;

    X509Certificate among(List<X509Certificate> registered) {
        Predicate<X509Certificate> meant = meant(reference());
        return registered.stream().filter(meant).findFirst().orElseThrow(() -> because("签名所用的证书不是登记的证书"));
    }

    private Element reference() {
        Element holder = only(keyInfo);
        unless(is(holder, Names.WSSE, "SecurityTokenReference"), "KeyInfo 中应为 SecurityTokenReference");
        return only(holder);
    }

    private static Element only(Element parent) {
        List<Element> children = SoapEnvelope.children(parent);
        unless(children.size() == 1, "KeyInfo 的写法不被接受");
        return children.get(0);
    }

    private Predicate<X509Certificate> meant(Element reference) {
        if (token != null && is(reference, Names.WSSE, "Reference")) {
            unless(reference.getAttribute("URI").equals("#" + SecurityHeader.id(token)), "KeyInfo 应指向本消息的证书");
            unless(token.getAttribute("ValueType").equals(Names.X509), "BinarySecurityToken 应为 X509v3 证书");
            byte[] brought = bytes(token);
            return certificate -> Arrays.equals(encoded(certificate), brought);
        }
        unless(
                token == null
                        && is(reference, Names.WSSE, "KeyIdentifier")
                        && reference.getAttribute("ValueType").equals(Names.KEY_IDENTIFIER),
                "KeyInfo 应指向 BinarySecurityToken，或写明证书的 SubjectKeyIdentifier");
        byte[] identifier = bytes(reference);
        return certificate -> Arrays.equals(identifier(certificate), identifier);
    }

    private static byte[] bytes(Element text) {
        try {
            return Base64.getMimeDecoder().decode(text.getTextContent());
        } catch (IllegalArgumentException e) {
            throw because("证书或其标识不是 Base64");
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] identifier(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(KEY_IDENTIFIER_EXTENSION);
        return extension == null ? new byte[] {0} : Arrays.copyOfRange(extension, BEFORE_IDENTIFIER, extension.length);
    }
}
