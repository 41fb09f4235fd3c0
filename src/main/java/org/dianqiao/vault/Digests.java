package org.dianqiao.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.springframework.stereotype.Component;

/**
 * Digests under a key, by which something personal is recognised when it is told again: identity numbers are few enough
 * to be guessed from a bare digest.
 */
@Component
public class Digests {

    private static final String PLACE = "fingerprint key";
    private static final int LENGTH = 32;

    private final byte[] key;

    Digests(DigestKeyStore store, Vault vault) {
        if (store.key().isEmpty()) {
            byte[] fresh = new byte[LENGTH];
            new SecureRandom().nextBytes(fresh);
            store.offer(vault.lock(fresh, PLACE));
        }
        this.key = vault.unlock(store.key().orElseThrow(), PLACE);
    }

    public byte[] of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(bytes, 0, bytes.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }
}
