package org.dianqiao.connector;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Credentials.Letters;

/**
 * The headers of provincial gateways 省级网关: a digest over the time, the token and a nonce; and over who uses the
 * caller's system, where the gateway says that. The texts are signed one behind the other without their lengths, so each
 * may be written in one way only, or a piece of one could be passed off as the other's.
 */
record TifHeaders() implements HeaderSignature {

    private static final String ACCOUNT = "x-tif-paasid";
    private static final String TIME = "x-tif-timestamp";
    private static final String NONCE = "x-tif-nonce";
    private static final String SIGNATURE = "x-tif-signature";
    private static final String SERVICE = "x-tif-serviceId";
    private static final String USER = "x-tif-uid";
    private static final String USER_DETAILS = "x-tif-uinfo";
    private static final String EXTENSION = "x-tif-ext";
    private static final String SECONDS = "[1-9][0-9]{9}";

    @Override
    public Map<String, String> headers(Credentials credentials, Instant now, UUID chance) {
        String time = Long.toString(now.getEpochSecond());
        String nonce = "%x-%016x".formatted(now.toEpochMilli(), chance.getLeastSignificantBits());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(ACCOUNT, credentials.account());
        headers.put(TIME, time);
        headers.put(NONCE, nonce);
        headers.put(SIGNATURE, signature(credentials, time, nonce));
        if (!credentials.service().isEmpty()) {
            headers.put(SERVICE, credentials.service());
        }
        return headers;
    }

    @Override
    public Optional<Nonce> check(Credentials credentials, Headers headers, Instant now, Duration window) {
        headers.mustBe(credentials.account(), ACCOUNT);
        String time = headers.like(SECONDS, TIME);
        String nonce = headers.like("[0-9A-Za-z-]{1,64}", NONCE);
        String given = headers.required(SIGNATURE);
        Proof.same(signature(credentials, time, nonce + user(headers)), given, SIGNATURE);
        Instant said = Instant.ofEpochSecond(Long.parseLong(time));
        Proof.fresh(said, now, window, TIME);
        return Optional.of(Nonce.signedAt(said, nonce));
    }

    /** Only the middle one may have commas: then it is certain where each ends. */
    private static String user(Headers headers) {
        Optional<String> user = headers.maybe(USER);
        Optional<String> details = headers.maybe(USER_DETAILS);
        Optional<String> extension = headers.maybe(EXTENSION);
        if (user.isEmpty() && details.isEmpty() && extension.isEmpty()) {
            return "";
        }
        return "," + withoutComma(user, USER) + "," + details.orElse("") + "," + withoutComma(extension, EXTENSION);
    }

    private static String withoutComma(Optional<String> value, String name) {
        if (value.orElse("").indexOf(',') >= 0) {
            throw new Refused(Code.BAD_SIGNATURE, "请求头 " + name + " 不能含逗号，请先编码。");
        }
        return value.orElse("");
    }

    private static String signature(Credentials credentials, String time, String rest) {
        String signed = time + credentials.secret().text() + rest + time;
        HexFormat hex = HexFormat.of();
        return (credentials.letters() == Letters.UPPER ? hex.withUpperCase() : hex).formatHex(sha256(signed));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
