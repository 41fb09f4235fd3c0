package org.dianqiao.verifier;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/**
 * The tree of RFC 9162 with SM3, from the side of one who checks.
 *
 * <p>The two algorithms of the RFC walk by shifting two numbers. This walks the tree as it is defined instead, from
 * the root down, and takes the proof's hashes from its end: a tree of n leaves is one of k leaves, the largest power
 * of two below n, beside one of the rest. The recursion is as deep as the tree is high, at most 63.
 */
final class Merkle {

    /** A path in a tree of 2^63 leaves; a consistency proof has one hash more. */
    static final int LONGEST_PROOF = 64;

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final Deque<byte[]> proof;
    private boolean tooShort;

    private Merkle(List<byte[]> proof) {
        this.proof = new ArrayDeque<>(proof);
    }

    static byte[] leaf(byte[] entry) {
        return Sm3.of(LEAF, entry);
    }

    static byte[] node(byte[] left, byte[] right) {
        return Sm3.of(NODE, left, right);
    }

    static byte[] empty() {
        return Sm3.of();
    }

    static List<byte[]> hashes(List<?> list) {
        Malformed.unless(list.size() <= LONGEST_PROOF, "证明过长", "a longer proof than any tree has");
        boolean hex = list.stream()
                .allMatch(hash ->
                        hash instanceof String text && Fields.SM3.matcher(text).matches());
        Malformed.unless(hex, "`hashes` 应为 64 位小写十六进制", "`hashes` are not 64 lower-case hexadecimal digits each");
        return list.stream().map(hash -> HexFormat.of().parseHex((String) hash)).toList();
    }

    static boolean includes(byte[] leaf, long index, long size, byte[] root, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return false;
        }
        Merkle merkle = new Merkle(path);
        byte[] reached = merkle.up(leaf, index, size);
        return merkle.usedUp() && Arrays.equals(reached, root);
    }

    /** Whether the larger tree begins with the leaves of the smaller one. */
    static boolean consistent(long size, byte[] root, long largerSize, byte[] largerRoot, List<byte[]> proof) {
        if (size < 0 || size > largerSize) {
            return false;
        }
        if (size == 0 || size == largerSize) {
            return proof.isEmpty() && Arrays.equals(root, size == 0 ? empty() : largerRoot);
        }
        Merkle merkle = new Merkle(proof);
        Roots roots = merkle.roots(size, largerSize, root);
        return merkle.usedUp() && Arrays.equals(roots.before, root) && Arrays.equals(roots.after, largerRoot);
    }

    /** The root of a tree of this size in which the leaf has this place. */
    private byte[] up(byte[] leaf, long index, long size) {
        if (size == 1) {
            return leaf;
        }
        byte[] sibling = last();
        long left = split(size);
        return index < left ? node(up(leaf, index, left), sibling) : node(sibling, up(leaf, index - left, size - left));
    }

    private record Roots(byte[] before, byte[] after) {}

    /** What the proof says of a subtree: its root when the tree had `before` of its leaves, and now. */
    private Roots roots(long before, long size, byte[] known) {
        if (before == size) {
            return new Roots(known, known);
        }
        byte[] sibling = last();
        long left = split(size);
        if (before <= left) {
            Roots inner = roots(before, left, known);
            return new Roots(inner.before, node(inner.after, sibling));
        }
        Roots inner = rightRoots(before - left, size - left);
        return new Roots(node(sibling, inner.before), node(sibling, inner.after));
    }

    /** The same where the caller's root does not help: the innermost hash is the proof's first. */
    private Roots rightRoots(long before, long size) {
        if (before == size) {
            byte[] whole = last();
            return new Roots(whole, whole);
        }
        byte[] sibling = last();
        long left = split(size);
        if (before <= left) {
            Roots inner = rightRoots(before, left);
            return new Roots(inner.before, node(inner.after, sibling));
        }
        Roots inner = rightRoots(before - left, size - left);
        return new Roots(node(sibling, inner.before), node(sibling, inner.after));
    }

    private byte[] last() {
        tooShort |= proof.isEmpty();
        return tooShort ? empty() : proof.removeLast();
    }

    private boolean usedUp() {
        return proof.isEmpty() && !tooShort;
    }

    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
