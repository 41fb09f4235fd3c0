package org.dianqiao.sandbox.national;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dianqiao.sandbox.outside.Asked;

/** Who calls which service when: four headers, of which the last signs the three others, but nothing of the body. */
record Signed(String rid, String sid, String rtime, String sign) {

    static Signed of(Asked asked) {
        return new Signed(
                part(asked, "gjgxjhpt_rid"),
                part(asked, "gjgxjhpt_sid"),
                part(asked, "gjgxjhpt_rtime"),
                part(asked, "gjgxjhpt_sign"));
    }

    boolean by(String secret) {
        byte[] right = signature(secret).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(right, sign.getBytes(StandardCharsets.UTF_8));
    }

    /** Base64 of HMAC-SHA256 over sid, rid and rtime without anything between them. */
    String signature(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal((sid + rid + rtime).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some callers that ask for a secret write the four into the body. */
    private static String part(Asked asked, String name) {
        Optional<String> written = asked.header(name).or(() -> asked.json().map(body -> text(body, name)));
        return written.filter(text -> !text.isBlank())
                .orElseThrow(() -> Denied.atTheGate(Denied.HEADER_MISSING, "缺少请求头 " + name));
    }

    private static String text(ObjectNode body, String name) {
        return body.path(name).asText();
    }
}
