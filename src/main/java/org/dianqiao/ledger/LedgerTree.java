package org.dianqiao.ledger;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.dianqiao.trust.SigningKey;
import org.springframework.stereotype.Component;

/** The ledger's tree as anybody may ask for it. Nothing here holds personal data. */
@Component
public final class LedgerTree {

    /** Hashes in a full tile. */
    public static final int TILE = Tile.WIDTH;

    /** No tree of countable leaves has tiles above this level. */
    public static final int TOP_LEVEL = 7;

    private final TreeStore store;
    private volatile TreeHead newest;

    public LedgerTree(TreeStore store, SigningKey key, Clock clock) {
        this.store = store;
        this.newest = TreeHead.ofNothing(key, clock.instant());
    }

    /** The newest head that this node has seen and found consistent with all before it. */
    public TreeHead newest() {
        return newest;
    }

    void newest(TreeHead head) {
        newest = head;
    }

    /** Oldest first. */
    public List<TreeHead> heads(long afterSize, int most) {
        return store.heads(afterSize, most);
    }

    /** What tells the time of this leaf most closely: the first head over it that is stamped, else the first of all. */
    public TreeHead headOver(long index) {
        return store.stamped(index + 1)
                .or(() -> heads(index, 1).stream().findFirst())
                .orElseThrow(() -> new NotInTheTree("no head over leaf " + index));
    }

    /** From the leaf upwards. NotInTheTree unless 0 <= index < size <= the newest head's. */
    public List<byte[]> inclusion(long index, long size) {
        require(0 <= index && index < size && reaches(size), () -> "no leaf %d in a tree of size %d"
                .formatted(index, size));
        return new Tree(store, size).inclusion(index);
    }

    /** The way that such a proof goes, step by step. */
    public Ascent ascent(long index, long size) {
        List<byte[]> hashes = inclusion(index, size);
        int at = (int) (index % Tile.WIDTH);
        byte[] leaf = store.tile(0, index / Tile.WIDTH, at + 1).hash(at);
        return Ascent.of(leaf, index, size, hashes);
    }

    /** NotInTheTree unless 1 <= from <= to <= the newest head's size. */
    public List<byte[]> consistency(long from, long to) {
        require(1 <= from && from <= to && reaches(to), () -> "no trees of sizes %d and %d".formatted(from, to));
        return new Tree(store, to).consistency(from);
    }

    /** The first hashes of a tile, raw; absent where the tree does not have so many there. */
    public Optional<byte[]> tile(int level, long index, int width) {
        if (level < 0 || level > TOP_LEVEL || index < 0 || width < 1 || width > TILE) {
            return Optional.empty();
        }
        long needed = index <= Long.MAX_VALUE / TILE - 1 ? index * TILE + width : Long.MAX_VALUE;
        boolean there = needed <= Tile.count(level, newest.size()) || needed <= Tile.count(level, sizeByNow());
        return there
                ? Optional.of(Arrays.copyOf(store.tile(level, index, width).hashes(), width * Merkle.LENGTH))
                : Optional.empty();
    }

    /** How many hashes a tile has in the newest head's tree; none where it has no such tile. */
    public int width(int level, long index) {
        long count = Tile.count(level, newest.size());
        return index > count / TILE ? 0 : (int) Math.min(TILE, count - index * TILE);
    }

    /** Empty as long as the entry is not sealed, and where there is none of this id. */
    public OptionalLong index(String entryId) {
        return store.index(entryId);
    }

    /** Another node may have told a head that this one has not looked at yet. */
    private boolean reaches(long size) {
        return size <= newest.size() || size <= sizeByNow();
    }

    private long sizeByNow() {
        return store.newest().map(TreeHead::size).orElse(0L);
    }

    private static void require(boolean condition, Supplier<String> otherwise) {
        if (!condition) {
            throw new NotInTheTree(otherwise.get());
        }
    }
}
