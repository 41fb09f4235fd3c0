package org.dianqiao.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What leaves that are appended do to the tiles: the last tile of level 0 fills up, new ones follow, and each that is
 * full gives one hash to the level above.
 */
final class Growth {

    private final Tiles before;
    private final long size;
    private final List<Tile> grown = new ArrayList<>();

    private Growth(Tiles before, long size) {
        this.before = before;
        this.size = size;
    }

    /** The tiles that are new or longer than before. */
    static List<Tile> of(Tiles before, long size, List<byte[]> leaves) {
        Growth growth = new Growth(before, size);
        List<byte[]> hashes = leaves;
        for (int level = 0; !hashes.isEmpty(); level++) {
            hashes = growth.append(level, hashes);
        }
        return growth.grown;
    }

    /** These tiles first, the others from behind them. */
    static Tiles over(List<Tile> grown, Tiles before) {
        Map<String, Tile> upper = new HashMap<>();
        grown.forEach(tile -> upper.put(tile.level() + "/" + tile.index(), tile));
        return (level, index, width) -> {
            Tile tile = upper.get(level + "/" + index);
            return tile == null ? before.tile(level, index, width) : tile;
        };
    }

    /** The roots of tiles that have become full. */
    private List<byte[]> append(int level, List<byte[]> hashes) {
        long count = Tile.count(level, size);
        int begun = (int) (count % Tile.WIDTH);
        long index = count / Tile.WIDTH;
        List<byte[]> all = new ArrayList<>(begun + hashes.size());
        if (begun > 0) {
            all.addAll(before.tile(level, index, begun).hashes(0, begun));
        }
        all.addAll(hashes);
        return cut(level, index, all);
    }

    private List<byte[]> cut(int level, long first, List<byte[]> hashes) {
        List<byte[]> roots = new ArrayList<>();
        for (int from = 0; from < hashes.size(); from += Tile.WIDTH) {
            List<byte[]> part = hashes.subList(from, Math.min(from + Tile.WIDTH, hashes.size()));
            grown.add(Tile.of(level, first + from / Tile.WIDTH, part));
            if (part.size() == Tile.WIDTH) {
                roots.add(Merkle.root(part));
            }
        }
        return roots;
    }
}
