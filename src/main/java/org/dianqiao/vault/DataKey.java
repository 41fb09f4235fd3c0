package org.dianqiao.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.dianqiao.trust.Sm4Gcm;

/**
 * The key under which a day's content is sealed: a version, the key's id, the nonce, the ciphertext, the tag.
 *
 * <p>The danger is a nonce that comes twice, on whatever node, before or after whatever restart. So each process begins
 * at a random one of the 2^96 for each key that it opens, and counts from there.
 */
final class DataKey {

    static final int HEAD = 1 + Long.BYTES;

    private static final byte VERSION = 1;
    private static final int TEXT = HEAD + Sm4Gcm.NONCE;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final long id;
    private final Sm4Gcm cipher;
    private final int chance = CHANCE.nextInt();
    private final AtomicLong next = new AtomicLong(CHANCE.nextLong());

    DataKey(long id, byte[] key) {
        this.id = id;
        this.cipher = new Sm4Gcm(key);
    }

    static long newId() {
        return CHANCE.nextLong();
    }

    static byte[] random() {
        byte[] key = new byte[Sm4Gcm.KEY];
        CHANCE.nextBytes(key);
        return key;
    }

    /** Under which key this was sealed. */
    static long idOf(byte[] locked, String place) {
        if (locked.length < TEXT + Sm4Gcm.TAG || locked[0] != VERSION) {
            throw new DoesNotOpen(place, "it is not what this version of the gateway seals");
        }
        return ByteBuffer.wrap(locked).getLong(1);
    }

    long id() {
        return id;
    }

    byte[] lock(byte[] clear, String place) {
        byte[] locked = new byte[TEXT + clear.length + Sm4Gcm.TAG];
        byte[] nonce = nonce();
        ByteBuffer.wrap(locked).put(VERSION).putLong(id).put(nonce);
        cipher.seal(nonce, bytes(place), clear, locked, TEXT);
        return locked;
    }

    byte[] unlock(byte[] locked, String place) {
        byte[] nonce = new byte[Sm4Gcm.NONCE];
        System.arraycopy(locked, HEAD, nonce, 0, nonce.length);
        return cipher.open(nonce, bytes(place), locked, TEXT)
                .orElseThrow(() -> new DoesNotOpen(place, "it was changed, or belongs elsewhere"));
    }

    private byte[] nonce() {
        return ByteBuffer.allocate(Sm4Gcm.NONCE)
                .putInt(chance)
                .putLong(next.getAndIncrement())
                .array();
    }

    private static byte[] bytes(String place) {
        return place.getBytes(StandardCharsets.UTF_8);
    }
}
