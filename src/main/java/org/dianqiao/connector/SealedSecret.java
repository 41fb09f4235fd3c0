package org.dianqiao.connector;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.dianqiao.partner.Credentials.Cipher;
import org.dianqiao.partner.Secret;

/** A secret as it comes from a platform: AES under the app key, in Base64. */
record SealedSecret(String text) {

    private static final int BLOCK = 16;

    /** IllegalArgumentException where it does not open. Nothing of it is told. */
    Secret open(Secret appKey, Cipher cipher) {
        try {
            String opened = new String(open(Base64.getDecoder().decode(text), appKey, cipher), StandardCharsets.UTF_8);
            if (opened.matches("[!-~]{1,512}")) {
                return new Secret(opened);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the new secret does not open under the app key", e);
        }
        throw new IllegalArgumentException("the new secret opens under the app key to something else than a secret");
    }

    private static byte[] open(byte[] sealed, Secret appKey, Cipher cipher) throws GeneralSecurityException {
        return switch (cipher) {
            case ECB -> ecb(sealed, aes(appKey.bytes()));
            case CBC -> cbc(sealed, aes(appKey.bytes()));
            case SEEDED -> ecb(sealed, aes(seeded(appKey)));
        };
    }

    private static byte[] ecb(byte[] sealed, Key key) throws GeneralSecurityException {
        javax.crypto.Cipher aes = javax.crypto.Cipher.getInstance("AES/ECB/PKCS5Padding");
        aes.init(javax.crypto.Cipher.DECRYPT_MODE, key);
        return aes.doFinal(sealed);
    }

    private static byte[] cbc(byte[] sealed, Key key) throws GeneralSecurityException {
        javax.crypto.Cipher aes = javax.crypto.Cipher.getInstance("AES/CBC/PKCS5Padding");
        int head = Math.min(BLOCK, sealed.length);
        aes.init(javax.crypto.Cipher.DECRYPT_MODE, key, new IvParameterSpec(sealed, 0, head));
        return aes.doFinal(sealed, head, sealed.length - head);
    }

    /** The first that Java's generator SHA1PRNG yields when the app key is its seed. */
    private static byte[] seeded(Secret appKey) throws GeneralSecurityException {
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        return Arrays.copyOf(sha1.digest(sha1.digest(appKey.bytes())), BLOCK);
    }

    private static Key aes(byte[] key) {
        return new SecretKeySpec(key, "AES");
    }
}
