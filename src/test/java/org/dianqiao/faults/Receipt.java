package org.dianqiao.faults;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.dianqiao.trust.SignedData;
import org.dianqiao.trust.Sm2Certificate;

/** A receipt as it came over the wire: whoever keeps these four can prove what was accepted. */
record Receipt(String manifest, String signature, String entry, String body) {

    static Receipt of(HttpResponse<byte[]> answer) {
        return new Receipt(
                answer.headers().firstValue("DQ-Manifest").orElseThrow(),
                answer.headers().firstValue("DQ-Signature").orElseThrow(),
                answer.headers().firstValue("DQ-Entry").orElseThrow(),
                new String(answer.body(), StandardCharsets.UTF_8));
    }

    boolean isSignedBy(Sm2Certificate gateway) {
        Base64.Decoder base64 = Base64.getDecoder();
        return SignedData.read(base64.decode(signature)).holds(base64.decode(manifest), gateway);
    }
}
