package org.dianqiao.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Credentials;

/**
 * The certificate with which the caller opened the connection. It is no header, and must never come from one: a
 * certificate's digest is no secret. So it is looked up under a name that no header can have.
 */
record ConnectionCertificate() implements HeaderSignature {

    /** Looked up like a header: the SHA-256 of the connection's certificate, in small letters. */
    static final String NAME = ":client-certificate";

    @Override
    public Map<String, String> headers(Credentials credentials, Instant now, UUID chance) {
        return Map.of();
    }

    @Override
    public Optional<Nonce> check(Credentials credentials, Headers headers, Instant now, Duration window) {
        if (!headers.maybe(NAME).equals(Optional.of(credentials.account()))) {
            throw new Refused(Code.BAD_SIGNATURE, "连接未使用登记的客户端证书。");
        }
        return Optional.empty();
    }
}
