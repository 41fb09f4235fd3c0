package org.dianqiao.connector;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;

/** What a caller must prove: that they know the secret, and that they said it just now. */
final class Proof {

    private Proof() {}

    /** In the same time wherever the two differ. Only this one way of writing it counts. */
    static void same(String expected, String given, String header) {
        if (!MessageDigest.isEqual(bytes(expected), bytes(given))) {
            throw new Refused(Code.BAD_SIGNATURE, "请求头 " + header + " 与所登记的凭据不符。");
        }
    }

    /** Asked last: how our clock stands is told to those who know the secret. */
    static void fresh(Instant said, Instant now, Duration window, String header) {
        long apart = Duration.between(said, now).abs().toMillis();
        if (apart > window.toMillis()) {
            throw new Refused(
                    Code.STALE,
                    "请求头 %s 与本系统时间相差 %d 秒，超过 %d 秒，请校准时钟后重新签名发送。".formatted(header, apart / 1000, window.toSeconds()));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
