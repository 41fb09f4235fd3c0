package org.dianqiao.ledger;

import java.util.List;
import org.dianqiao.trust.Sm3;

/** The hashes of RFC 9162, section 2.1.1, with SM3: leaves and nodes begin differently, so none passes as the other. */
final class Merkle {

    static final int LENGTH = 32;

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    static byte[] empty() {
        return Sm3.of(new byte[0]);
    }

    static byte[] leaf(byte[] entry) {
        return Sm3.running().update(LEAF, 0, 1).update(entry, 0, entry.length).digest();
    }

    static byte[] node(byte[] left, byte[] right) {
        return Sm3.running()
                .update(NODE, 0, 1)
                .update(left, 0, LENGTH)
                .update(right, 0, LENGTH)
                .digest();
    }

    /** Of a complete subtree: as many hashes as a power of two. */
    static byte[] root(List<byte[]> hashes) {
        int size = hashes.size();
        return size == 1
                ? hashes.get(0)
                : node(root(hashes.subList(0, size / 2)), root(hashes.subList(size / 2, size)));
    }
}
