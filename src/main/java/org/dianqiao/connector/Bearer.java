package org.dianqiao.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dianqiao.partner.Credentials;

/** A secret that is shown as it is (RFC 6750). Whoever has seen one request can make another: it wants TLS. */
record Bearer() implements HeaderSignature {

    private static final String HEADER = "Authorization";
    private static final String SCHEME = "Bearer ";

    @Override
    public Map<String, String> headers(Credentials credentials, Instant now, UUID chance) {
        return Map.of(HEADER, SCHEME + credentials.secret().text());
    }

    @Override
    public Optional<Nonce> check(Credentials credentials, Headers headers, Instant now, Duration window) {
        Proof.same(SCHEME + credentials.secret().text(), headers.required(HEADER), HEADER);
        return Optional.empty();
    }
}
