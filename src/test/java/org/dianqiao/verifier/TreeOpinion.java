package org.dianqiao.verifier;

import java.util.List;

/** The verifier's tree, for those who want theirs held against it. */
public final class TreeOpinion {

    private TreeOpinion() {}

    public static boolean includes(byte[] leaf, long index, long size, byte[] root, List<byte[]> path) {
        return Merkle.includes(leaf, index, size, root, path);
    }

    public static boolean consistent(long size, byte[] root, long largerSize, byte[] largerRoot, List<byte[]> proof) {
        return Merkle.consistent(size, root, largerSize, largerRoot, proof);
    }
}
