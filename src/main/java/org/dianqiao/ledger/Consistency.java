package org.dianqiao.ledger;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** The verifier's side of a consistency proof: RFC 9162, section 2.1.4.2. */
final class Consistency {

    private final Deque<byte[]> path;
    private long fn;
    private long sn;
    private byte[] fr;
    private byte[] sr;

    private Consistency(long first, long second, Deque<byte[]> path) {
        this.path = path;
        this.fn = first - 1;
        this.sn = second - 1;
        while ((fn & 1) == 1) {
            shift();
        }
        this.fr = path.removeFirst();
        this.sr = fr;
    }

    /** Whether the tree with the second root began as the one with the first. */
    static boolean holds(long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
        if (first == second) {
            return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        Deque<byte[]> path = new ArrayDeque<>(proof);
        if (Long.bitCount(first) == 1) {
            path.addFirst(firstRoot);
        }
        return first > 0
                && first < second
                && !path.isEmpty()
                && new Consistency(first, second, path).leadsTo(firstRoot, secondRoot);
    }

    private boolean leadsTo(byte[] firstRoot, byte[] secondRoot) {
        for (byte[] hash : path) {
            if (sn == 0) {
                return false;
            }
            climb(hash);
        }
        return sn == 0 && Arrays.equals(fr, firstRoot) && Arrays.equals(sr, secondRoot);
    }

    private void climb(byte[] hash) {
        if ((fn & 1) == 1 || fn == sn) {
            fr = Merkle.node(hash, fr);
            sr = Merkle.node(hash, sr);
            while ((fn & 1) == 0 && fn != 0) {
                shift();
            }
        } else {
            sr = Merkle.node(sr, hash);
        }
        shift();
    }

    private void shift() {
        fn >>= 1;
        sn >>= 1;
    }
}
