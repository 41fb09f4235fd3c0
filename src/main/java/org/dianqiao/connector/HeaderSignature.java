package org.dianqiao.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Credentials.Signature;

/**
 * How a system signs its requests that has no signature in our sense. The headers say who asks and when; none of them
 * covers the body, which anybody on the way may change. So what comes in this way is attested by us, not signed by them.
 * What is signed within SOAP has nothing in the headers.
 */
sealed interface HeaderSignature permits Unsigned, Bearer, TifHeaders, NationalHeaders, ConnectionCertificate {

    static HeaderSignature of(Signature signature) {
        return switch (signature) {
            case NONE, IN_BODY, WS_SECURITY, DATABASE -> new Unsigned();
            case BEARER -> new Bearer();
            case X_TIF -> new TifHeaders();
            case GJGXJHPT -> new NationalHeaders();
            case CLIENT_CERTIFICATE -> new ConnectionCertificate();
        };
    }

    /** The headers for a request of ours. `chance` is another one each time. */
    Map<String, String> headers(Credentials credentials, Instant now, UUID chance);

    /** Refused with a sentence that names the header and what is wrong with it; otherwise what must not come again. */
    Optional<Nonce> check(Credentials credentials, Headers headers, Instant now, Duration window);

    /** What is answered to what has come before. */
    default Refused repeated() {
        return new Refused(Code.BAD_SIGNATURE, "该请求的随机串先前已经使用过；重发时请更换随机串并重新签名。");
    }
}
