package org.dianqiao.web;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.dianqiao.KeyPairs;

/** A key that signs ID tokens. `shown`: what everybody may know of it. */
record TokenKey(String algorithm, String signature, String id, PrivateKey secret, String shown) {

    static TokenKey rsa() {
        KeyPair pair = KeyPairs.rsa();
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        String shown = "\"kty\": \"RSA\", \"n\": \"%s\", \"e\": \"%s\""
                .formatted(base64(bytes(key.getModulus(), 256)), base64(bytes(key.getPublicExponent(), 3)));
        return new TokenKey("RS256", "SHA256withRSA", UUID.randomUUID().toString(), pair.getPrivate(), shown);
    }

    static TokenKey ec() {
        KeyPair pair = KeyPairs.fresh("EC");
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        String shown = "\"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"%s\", \"y\": \"%s\""
                .formatted(
                        base64(bytes(key.getW().getAffineX(), 32)),
                        base64(bytes(key.getW().getAffineY(), 32)));
        return new TokenKey(
                "ES256", "SHA256withECDSAinP1363Format", UUID.randomUUID().toString(), pair.getPrivate(), shown);
    }

    /** Pretends to be another. */
    TokenKey calledAs(TokenKey other) {
        return new TokenKey(algorithm, signature, other.id, secret, shown);
    }

    String jwk() {
        return "{\"kid\": \"%s\", \"use\": \"sig\", %s}".formatted(id, shown);
    }

    String sign(String claims) {
        String head = "{\"alg\": \"%s\", \"typ\": \"JWT\", \"kid\": \"%s\"}".formatted(algorithm, id);
        String said =
                base64(head.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signer = Signature.getInstance(signature);
            signer.initSign(secret);
            signer.update(said.getBytes(StandardCharsets.US_ASCII));
            return said + "." + base64(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(BigInteger number, int length) {
        byte[] all = number.toByteArray();
        byte[] fixed = new byte[length];
        byte[] end = Arrays.copyOfRange(all, Math.max(0, all.length - length), all.length);
        System.arraycopy(end, 0, fixed, length - end.length, end.length);
        return fixed;
    }
}
