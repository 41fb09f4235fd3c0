package org.dianqiao.sandbox.national;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.dianqiao.sandbox.outside.Json;
import org.dianqiao.sandbox.outside.Secrets;

/** The requester's secret: it lives half an hour, and a new one takes its place at once, or some seconds late. */
final class AppSecrets {

    static final Duration LIFE = Duration.ofMinutes(30);

    private final String appKey;
    private final Duration delay;
    private final Clock clock;
    private Secret before = new Secret("", Instant.MIN, Instant.MIN);
    private Secret now = before;

    private record Secret(String text, Instant from, Instant until) {

        boolean admits(Signed call, Instant at) {
            return !at.isBefore(from) && at.isBefore(until) && signed(call);
        }

        boolean signed(Signed call) {
            return !text.isEmpty() && call.by(text);
        }

        Secret endingAt(Instant end) {
            return new Secret(text, from, end.isBefore(until) ? end : until);
        }
    }

    AppSecrets(String appKey, Duration delay, Clock clock) {
        this.appKey = appKey;
        this.delay = delay;
        this.clock = clock;
    }

    /** The new secret under the app key, and its end in milliseconds. */
    synchronized ObjectNode refreshed() {
        Instant at = clock.instant();
        Instant from = at.plus(delay);
        before = now.endingAt(from);
        now = new Secret(Secrets.random(), from, at.plus(LIFE));
        return Json.object()
                .put("secret", underAppKey(now.text))
                .put("secretEndTime", String.valueOf(now.until.toEpochMilli()));
    }

    /** The latest that was given out. */
    synchronized String current() {
        return now.text;
    }

    synchronized void require(Signed signed) {
        Instant at = clock.instant();
        if (before.admits(signed, at) || now.admits(signed, at)) {
            return;
        }
        if (before.signed(signed) || (now.signed(signed) && !at.isBefore(now.until))) {
            throw Denied.atTheGate(Denied.SECRET_EXPIRED, "密钥已过期，请刷新");
        }
        throw Denied.atTheGate(Denied.WRONG_SIGNATURE, "签名验证不通过");
    }

    private String underAppKey(String secret) {
        try {
            Cipher aes = Cipher.getInstance("AES/ECB/PKCS5Padding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(appKey.getBytes(StandardCharsets.US_ASCII), "AES"));
            return Base64.getEncoder().encodeToString(aes.doFinal(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
