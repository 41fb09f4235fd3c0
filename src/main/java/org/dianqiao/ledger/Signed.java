package org.dianqiao.ledger;

import org.dianqiao.trust.Sm3;
import org.jspecify.annotations.Nullable;

/** A manifest and the signature over it, both as the bytes that crossed the wire. */
public final class Signed {

    private final byte[] manifest;
    private final byte[] signature;
    private volatile byte @Nullable [] manifestSm3;

    public Signed(byte[] manifest, byte[] signature) {
        this.manifest = manifest;
        this.signature = signature;
    }

    public byte[] manifest() {
        return manifest;
    }

    public byte[] signature() {
        return signature;
    }

    /** Receipts, repeats and the ledger's entry all name a message by it, so it is worked out once. */
    public byte[] manifestSm3() {
        byte[] known = manifestSm3;
        if (known == null) {
            known = Sm3.of(manifest);
            manifestSm3 = known;
        }
        return known;
    }
}
