package org.dianqiao.ledger;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Up to 256 hashes that stand side by side in the tree. At level 0 they are leaves, at level 1 the roots of full tiles
 * of level 0, and so on. Whatever is appended, the hashes of a tile stay; only the last of a level grows.
 */
record Tile(int level, long index, byte[] hashes) {

    static final int WIDTH = 256;

    static Tile of(int level, long index, List<byte[]> hashes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(hashes.size() * Merkle.LENGTH);
        hashes.forEach(all::writeBytes);
        return new Tile(level, index, all.toByteArray());
    }

    /** How many hashes a level has in a tree of this size. */
    static long count(int level, long size) {
        return level * 8 > 62 ? 0 : size >> (level * 8);
    }

    int width() {
        return hashes.length / Merkle.LENGTH;
    }

    byte[] hash(int at) {
        return Arrays.copyOfRange(hashes, at * Merkle.LENGTH, (at + 1) * Merkle.LENGTH);
    }

    List<byte[]> hashes(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::hash).toList();
    }
}
