package org.dianqiao.connector;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Credentials;

/**
 * The certificate with which the caller opened the connection. It is no header, and must never come from one: a
 * certificate's digest is no secret. So it is looked up under names that no header can have.
 *
 * <p>Its days are looked at here as well: a certificate that stands in the server's trust store itself is believed there
 * for ever, and a connection may last longer than it.
 */
record ConnectionCertificate() implements HeaderSignature {

    /** Looked up like a header: the SHA-256 of the connection's certificate, in small letters. */
    static final String NAME = ":client-certificate";

    static final String FROM = NAME + "-from";
    static final String UNTIL = NAME + "-until";

    @Override
    public Map<String, String> headers(Credentials credentials, Instant now, UUID chance) {
        return Map.of();
    }

    @Override
    public Optional<Nonce> check(Credentials credentials, Headers headers, Instant now, Duration window) {
        String shown = headers.maybe(NAME).orElseThrow(() -> new Refused(Code.BAD_SIGNATURE, "连接未出示客户端证书。"));
        if (!shown.equals(credentials.account())) {
            throw new Refused(Code.BAD_SIGNATURE, "连接所出示的客户端证书未登记给贵方。");
        }
        Instant from = Instant.parse(headers.required(FROM));
        Instant until = Instant.parse(headers.required(UNTIL));
        if (now.isBefore(from) || now.isAfter(until)) {
            throw new Refused(Code.BAD_SIGNATURE, "连接所出示的客户端证书不在有效期内（%s 至 %s）。".formatted(from, until));
        }
        return Optional.empty();
    }

    static boolean isAskedFor(String name) {
        return name.startsWith(NAME);
    }

    /** What is looked up of it. */
    static String told(X509Certificate certificate, String name) {
        return switch (name) {
            case NAME -> fingerprint(certificate);
            case FROM -> certificate.getNotBefore().toInstant().toString();
            case UNTIL -> certificate.getNotAfter().toInstant().toString();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
