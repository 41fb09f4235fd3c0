package org.dianqiao.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.dianqiao.trust.NamedSecret;
import org.dianqiao.trust.Sm3;
import org.dianqiao.trust.Sm4Gcm;

/** A key of the keystore, under which data keys stand in the database. Its id is told by the key itself. */
final class WrappingKey {

    private static final SecureRandom CHANCE = new SecureRandom();

    private final String id;
    private final Sm4Gcm cipher;

    WrappingKey(NamedSecret secret) {
        this.id = id(secret.key());
        this.cipher = new Sm4Gcm(secret.key());
    }

    private static String id(byte[] key) {
        byte[] label = "dianqiao wrapping key ".getBytes(StandardCharsets.UTF_8);
        byte[] text = ByteBuffer.allocate(label.length + key.length)
                .put(label)
                .put(key)
                .array();
        return Sm3.hex(Arrays.copyOf(Sm3.of(text), 8));
    }

    String id() {
        return id;
    }

    byte[] wrap(long dataKey, byte[] key) {
        byte[] nonce = new byte[Sm4Gcm.NONCE];
        CHANCE.nextBytes(nonce);
        byte[] wrapped = Arrays.copyOf(nonce, nonce.length + key.length + Sm4Gcm.TAG);
        cipher.seal(nonce, place(dataKey), key, wrapped, nonce.length);
        return wrapped;
    }

    /** Absent: it is not what this key wrapped for this data key. */
    Optional<byte[]> unwrap(long dataKey, byte[] wrapped) {
        byte[] nonce = Arrays.copyOf(wrapped, Sm4Gcm.NONCE);
        return cipher.open(nonce, place(dataKey), wrapped, nonce.length);
    }

    private static byte[] place(long dataKey) {
        return ByteBuffer.allocate(Long.BYTES).putLong(dataKey).array();
    }
}
