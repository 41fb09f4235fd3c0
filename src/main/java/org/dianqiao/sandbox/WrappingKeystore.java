package org.dianqiao.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;

/** A PKCS#12 file with one secret key, as keytool makes it: to the gateway, which uses it with SM4, 128 bits are enough. */
final class WrappingKeystore {

    private WrappingKeystore() {}

    static byte[] make(char[] password) throws IOException {
        byte[] key = new byte[16];
        new SecureRandom().nextBytes(key);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12", "SunJSSE");
            store.load(null, null);
            store.setEntry(
                    "wrapping",
                    new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES")),
                    new KeyStore.PasswordProtection(password));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IOException("the wrapping key's store cannot be made", e);
        }
    }
}
