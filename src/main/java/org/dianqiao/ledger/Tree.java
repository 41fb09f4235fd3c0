package org.dianqiao.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Roots and proofs of RFC 9162, read from tiles, for any size up to that of the tiles.
 *
 * <p>Every subtree that the RFC's definitions ask for begins at a multiple of its width. So its hash is either that of
 * a complete subtree, which one tile holds or a few hashes of one tile give, or it stands at the right edge and is
 * split further. At each level that edge is one tile, and so is the path to a leaf: whatever is asked, at most two
 * tiles of each level are read, each once.
 */
final class Tree {

    private final Tiles tiles;
    private final long size;
    private final Map<String, Tile> read = new HashMap<>();

    /** The tree as it was when it had this size. */
    Tree(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    byte[] root() {
        return size == 0 ? Merkle.empty() : hash(0, size);
    }

    /** PATH of section 2.1.3.1: from the leaf upwards. */
    List<byte[]> inclusion(long index) {
        List<byte[]> path = new ArrayList<>();
        path(index, 0, size, path);
        return path;
    }

    /** PROOF of section 2.1.4.1: that the tree of this size began as the one that had `before` leaves. */
    List<byte[]> consistency(long before) {
        List<byte[]> proof = new ArrayList<>();
        subproof(before, 0, size, true, proof);
        return proof;
    }

    private void path(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, path);
            path.add(hash(middle, to));
        } else {
            path(index, middle, to, path);
            path.add(hash(from, middle));
        }
    }

    /** @param known whether the verifier has the hash of what lies before `before` already */
    private void subproof(long before, long from, long to, boolean known, List<byte[]> proof) {
        if (before == to) {
            if (!known) {
                proof.add(hash(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (before <= middle) {
            subproof(before, from, middle, known, proof);
            proof.add(hash(middle, to));
        } else {
            subproof(before, middle, to, false, proof);
            proof.add(hash(from, middle));
        }
    }

    /** MTH of the leaves from one to before the other. */
    private byte[] hash(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            return complete(from, Long.numberOfTrailingZeros(width));
        }
        long middle = from + split(width);
        return Merkle.node(hash(from, middle), hash(middle, to));
    }

    private byte[] complete(long from, int height) {
        int level = height / 8;
        long first = from >> (level * 8);
        int at = (int) (first % Tile.WIDTH);
        return Merkle.root(tile(level, first / Tile.WIDTH).hashes(at, at + (1 << height % 8)));
    }

    private Tile tile(int level, long index) {
        long count = Tile.count(level, size);
        int width = (int) Math.min(Tile.WIDTH, count - index * Tile.WIDTH);
        return read.computeIfAbsent(level + "/" + index, name -> tiles.tile(level, index, width));
    }

    /** The largest power of two smaller than this. */
    static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
