package org.dianqiao.ledger;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Tiles as the gateway keeps them, without a database. It counts how often one is read. */
final class TilesInMemory implements Tiles {

    private final Map<String, Tile> tiles = new HashMap<>();
    private long size;
    private int reads;

    void append(List<byte[]> leaves) {
        for (Tile tile : Growth.of(this, size, leaves)) {
            Tile before = tiles.put(tile.level() + "/" + tile.index(), tile);
            if (before != null && before.width() >= tile.width()) {
                throw new AssertionError("tile %d/%d is written without need".formatted(tile.level(), tile.index()));
            }
        }
        size += leaves.size();
    }

    @Override
    public Tile tile(int level, long index, int width) {
        reads++;
        Tile tile = tiles.get(level + "/" + index);
        if (tile == null || tile.width() < width) {
            throw new DoubtfulTree("no tile %d/%d of %d".formatted(level, index, width));
        }
        return tile;
    }

    int readsSince(Runnable act) {
        int before = reads;
        act.run();
        return reads - before;
    }

    long size() {
        return size;
    }

    Map<String, Tile> all() {
        return tiles;
    }

    /** Leaves that are one like no other. */
    static List<byte[]> leaves(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Merkle.leaf(ByteBuffer.allocate(4).putInt(i).array()))
                .toList();
    }
}
