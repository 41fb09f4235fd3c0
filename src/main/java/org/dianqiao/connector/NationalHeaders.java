package org.dianqiao.connector;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Credentials;

/**
 * The headers of the national data-sharing exchange platform 国家数据共享交换平台: an HMAC over service, requester and time.
 * A requester's number `gjgxjhpt_rid` is the same each time, so two requests of one millisecond are one.
 */
record NationalHeaders() implements HeaderSignature {

    private static final String REQUESTER = "gjgxjhpt_rid";
    private static final String SERVICE = "gjgxjhpt_sid";
    private static final String TIME = "gjgxjhpt_rtime";
    private static final String SIGNATURE = "gjgxjhpt_sign";
    private static final String MILLISECONDS = "[1-9][0-9]{12}";

    @Override
    public Map<String, String> headers(Credentials credentials, Instant now, UUID chance) {
        String time = Long.toString(now.toEpochMilli());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(REQUESTER, credentials.account());
        headers.put(SERVICE, credentials.service());
        headers.put(TIME, time);
        headers.put(SIGNATURE, signature(credentials, time));
        return headers;
    }

    @Override
    public Optional<Nonce> check(Credentials credentials, Headers headers, Instant now, Duration window) {
        headers.mustBe(credentials.account(), REQUESTER);
        headers.mustBe(credentials.service(), SERVICE);
        String time = headers.like(MILLISECONDS, TIME);
        Proof.same(signature(credentials, time), headers.required(SIGNATURE), SIGNATURE);
        Instant said = Instant.ofEpochMilli(Long.parseLong(time));
        Proof.fresh(said, now, window, TIME);
        return Optional.of(Nonce.signedAt(said, time));
    }

    /** It may be another one of the same millisecond, so they come again. Who only repeats headers is never let in. */
    @Override
    public Refused repeated() {
        return Refused.later(Code.THROTTLED, "同一毫秒签名的请求先前已经收到过，请在 1 秒后以新的时间重新签名发送。", 1);
    }

    private static String signature(Credentials credentials, String time) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(credentials.secret().bytes(), "HmacSHA256"));
            String signed = credentials.service() + credentials.account() + time;
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
