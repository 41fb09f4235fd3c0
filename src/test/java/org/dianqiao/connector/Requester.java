package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Credentials.Letters;
import org.dianqiao.partner.Credentials.Signature;
import org.dianqiao.partner.Secret;

/** A system that signs its requests by their headers, and what it says in them. */
record Requester(Credentials credentials, Map<String, String> headers) {

    /** Of the published examples 公开样例. */
    static final Instant THEN = Instant.ofEpochSecond(1793030400);

    static final Duration WINDOW = Duration.ofSeconds(180);

    static Credentials tif() {
        return new Credentials(
                Signature.X_TIF,
                "zz_approval",
                "",
                Map.of("leads", "s-17"),
                new Secret("TESTTOKEN0123456789"),
                Letters.LOWER,
                null);
    }

    static Credentials national() {
        return new Credentials(
                Signature.GJGXJHPT,
                "11111111-2222-3333-4444-555555555555@df-1",
                "s_4100000000000_1",
                Map.of("face", "s_4100000000000_2"),
                new Secret("0123456789abcdef0123456789abcdef"),
                Letters.LOWER,
                null);
    }

    static Requester says(Credentials credentials, Map<String, String> headers) {
        return new Requester(credentials, new HashMap<>(headers));
    }

    /** As we sign it ourselves. */
    static Requester signing(Credentials credentials) {
        return says(
                credentials, HeaderSignature.of(credentials.signature()).headers(credentials, THEN, UUID.randomUUID()));
    }

    static Requester publishedTif() {
        return says(
                tif(),
                Map.of(
                        "x-tif-paasid", "zz_approval",
                        "x-tif-timestamp", "1793030400",
                        "x-tif-nonce", "19a6f3c1d2e-4b7a9c",
                        "x-tif-signature", "150f6aa691a30317cd06055db5b020ddb2578f99197d358bdfd92ce001a2c984"));
    }

    static Requester publishedNational() {
        return says(
                national(),
                Map.of(
                        "gjgxjhpt_rid", "11111111-2222-3333-4444-555555555555@df-1",
                        "gjgxjhpt_sid", "s_4100000000000_1",
                        "gjgxjhpt_rtime", "1793030400000",
                        "gjgxjhpt_sign", "5QYWm5baGTdO8WpeChDocMZAaQqEFBTj9yjYd/KkNbM="));
    }

    Requester saying(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Requester without(String header) {
        headers.remove(header);
        return this;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Optional<Nonce> asks(Instant now) {
        return HeaderSignature.of(credentials.signature()).check(credentials, new Headers(this::header), now, WINDOW);
    }

    /** Code and sentence. */
    String refusal(Instant now) {
        return told(catchThrowableOfType(Refused.class, () -> asks(now)));
    }

    String refusal() {
        return refusal(THEN);
    }

    static String told(Refused refused) {
        return refused == null ? "let in" : refused.code().word() + " " + refused.detail();
    }
}
