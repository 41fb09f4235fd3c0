package org.dianqiao.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Credentials;

/** A system that may be asked without a signature. Nobody comes in without one. */
record Unsigned() implements HeaderSignature {

    @Override
    public Map<String, String> headers(Credentials credentials, Instant now, UUID chance) {
        return Map.of();
    }

    @Override
    public Optional<Nonce> check(Credentials credentials, Headers headers, Instant now, Duration window) {
        throw new Refused(Code.BAD_SIGNATURE, "贵方未登记请求签名方式，不能由此接入。");
    }
}
