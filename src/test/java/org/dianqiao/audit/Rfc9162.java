package org.dianqiao.audit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The definitions and algorithms of RFC 9162 as they are printed, over leaves at hand: slow, and easy to believe. */
public final class Rfc9162 {

    private Rfc9162() {}

    /** MTH, section 2.1.1, over the hashes of leaves. */
    public static byte[] mth(List<byte[]> d) {
        int n = d.size();
        if (n == 0) {
            return sm3();
        }
        if (n == 1) {
            return d.get(0);
        }
        int k = k(n);
        return node(mth(d.subList(0, k)), mth(d.subList(k, n)));
    }

    /** PATH(m, D_n), section 2.1.3.1. */
    public static List<byte[]> path(int m, List<byte[]> d) {
        int n = d.size();
        if (n == 1) {
            return List.of();
        }
        int k = k(n);
        return m < k
                ? join(path(m, d.subList(0, k)), mth(d.subList(k, n)))
                : join(path(m - k, d.subList(k, n)), mth(d.subList(0, k)));
    }

    /** PROOF(m, D_n), section 2.1.4.1. */
    public static List<byte[]> proof(int m, List<byte[]> d) {
        return subproof(m, d, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> d, boolean b) {
        int n = d.size();
        if (m == n) {
            return b ? List.of() : List.of(mth(d));
        }
        int k = k(n);
        return m <= k
                ? join(subproof(m, d.subList(0, k), b), mth(d.subList(k, n)))
                : join(subproof(m - k, d.subList(k, n), false), mth(d.subList(0, k)));
    }

    /** Section 2.1.3.2. */
    public static boolean includes(byte[] leaf, long index, long size, byte[] root, List<byte[]> path) {
        if (index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        byte[] r = leaf;
        for (byte[] p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    /** Section 2.1.4.2, and the empty proof for equal sizes. */
    public static boolean consistent(long first, byte[] firstHash, long second, byte[] secondHash, List<byte[]> proof) {
        if (first == second) {
            return proof.isEmpty() && Arrays.equals(firstHash, secondHash);
        }
        if (first < 1 || first > second) {
            return false;
        }
        List<byte[]> path = Long.bitCount(first) == 1
                ? Stream.concat(Stream.of(firstHash), proof.stream()).toList()
                : proof;
        if (path.isEmpty()) {
            return false;
        }
        long fn = first - 1;
        long sn = second - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = path.get(0);
        byte[] sr = path.get(0);
        for (byte[] c : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = node(c, fr);
                sr = node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, firstHash) && Arrays.equals(sr, secondHash);
    }

    public static byte[] leaf(byte[] entry) {
        return sm3(new byte[] {0}, entry);
    }

    public static byte[] node(byte[] left, byte[] right) {
        return sm3(new byte[] {1}, left, right);
    }

    private static byte[] sm3(byte[]... parts) {
        SM3Digest digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return out;
    }

    /** "Let k be the largest power of two smaller than n." */
    private static int k(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<byte[]> join(List<byte[]> list, byte[] last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
