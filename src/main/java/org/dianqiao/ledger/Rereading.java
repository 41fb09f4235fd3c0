package org.dianqiao.ledger;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.PatrolStore.Seen;
import org.dianqiao.trust.Trust;
import org.dianqiao.vault.DoesNotOpen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rereads one piece of the ledger. The rows are made into leaves again, the leaves are held against their tile, the
 * tile against the one above, and at the end all against the root that was kept outside the database: whoever edits a
 * row has to edit everything above it, and there they do not reach.
 */
@Component
public final class Rereading {

    private final PatrolStore patrol;
    private final LedgerStore ledger;
    private final TreeStore tiles;
    private final SealedEntry sealed;
    private final Watched<Trust> trust;

    Rereading(PatrolStore patrol, LedgerStore ledger, TreeStore tiles, Watched<Trust> trust) {
        this.patrol = patrol;
        this.ledger = ledger;
        this.tiles = tiles;
        this.sealed = new SealedEntry(trust);
        this.trust = trust;
    }

    /** @param next absent where this was the last one */
    record Reread(List<Finding> findings, @Nullable Piece next) {}

    Reread reread(Piece piece, TreeHead head) {
        List<Finding> findings = new ArrayList<>();
        boolean more = tile(piece, head, findings);
        heads(piece, findings);
        List<Seen> seen = patrol.entries(piece.after(), Tile.WIDTH);
        seen.stream()
                .filter(Seen::lost)
                .map(one -> new Finding(one.entry(), "has no place in the tree and does not wait for one"))
                .forEach(findings::add);
        boolean moreEntries = seen.size() == Tile.WIDTH;
        String last = seen.isEmpty() ? piece.after() : seen.get(seen.size() - 1).entry();
        return new Reread(findings, more || moreEntries ? new Piece(piece.tile() + 1, last) : null);
    }

    /** Those that were signed when the tree ended in this tile. */
    private void heads(Piece piece, List<Finding> findings) {
        long end = piece.firstLeaf() + Tile.WIDTH;
        tiles.heads(piece.firstLeaf(), Tile.WIDTH).stream()
                .filter(head ->
                        head.size() <= end && head.signer(trust.current()).isEmpty())
                .map(head -> new Finding("head " + head.size(), "is not what was signed"))
                .forEach(findings::add);
    }

    /** Whether more tiles follow. */
    private boolean tile(Piece piece, TreeHead head, List<Finding> findings) {
        long left = head.size() - piece.firstLeaf();
        if (left <= 0) {
            return false;
        }
        int width = (int) Math.min(Tile.WIDTH, left);
        boolean more = left > Tile.WIDTH;
        try {
            Tile tile = tiles.tile(0, piece.tile(), width);
            leaves(piece.firstLeaf(), tile.hashes(0, width), findings);
            above(tile, width, findings);
            if (!more && !Arrays.equals(new Tree(tiles, head.size()).root(), head.rootBytes())) {
                findings.add(new Finding("tree", "of %d entries has another root than it had".formatted(head.size())));
            }
        } catch (DoubtfulTree e) {
            findings.add(new Finding("tree", "is not whole: " + e.getMessage()));
        }
        return more;
    }

    private void leaves(long first, List<byte[]> hashes, List<Finding> findings) {
        Map<Long, String> places = patrol.leaves(first, hashes.size());
        try {
            leaves(first, hashes, places, entries(places.values()), findings);
        } catch (DoesNotOpen oneOfThem) {
            for (int i = 0; i < hashes.size(); i++) {
                alone(first + i, hashes.get(i), places, findings);
            }
        }
    }

    private void leaves(
            long first,
            List<byte[]> hashes,
            Map<Long, String> places,
            Map<String, Entry> entries,
            List<Finding> findings) {
        for (int i = 0; i < hashes.size(); i++) {
            leaf(first + i, places.get(first + i), entries, hashes.get(i)).ifPresent(findings::add);
        }
    }

    /** A partner's answer stands sealed: one that was edited does not open, and none is read that comes with it. */
    private void alone(long index, byte[] hash, Map<Long, String> places, List<Finding> findings) {
        String id = places.get(index);
        try {
            leaf(index, id, id == null ? Map.of() : entries(List.of(id)), hash).ifPresent(findings::add);
        } catch (DoesNotOpen e) {
            findings.add(new Finding(String.valueOf(id), "has an answer that does not open"));
        }
    }

    private Map<String, Entry> entries(Collection<String> ids) {
        return ledger.entries(ids).stream().collect(toMap(Entry::id, identity()));
    }

    private Optional<Finding> leaf(long index, @Nullable String id, Map<String, Entry> entries, byte[] hash) {
        if (id == null) {
            return Optional.of(new Finding("leaf " + index, "is missing"));
        }
        Entry entry = entries.get(id);
        if (entry == null) {
            return Optional.of(new Finding(id, "of leaf %d is missing".formatted(index)));
        }
        if (!Arrays.equals(entry.leaf(), hash)) {
            return Optional.of(new Finding(id, "is not what was sealed as leaf " + index));
        }
        return sealed.objection(entry).map(what -> new Finding(id, what));
    }

    /** As far up as this tile is the last below it. */
    private void above(Tile tile, int width, List<Finding> findings) {
        if (width < Tile.WIDTH) {
            return;
        }
        int at = (int) (tile.index() % Tile.WIDTH);
        Tile upper = tiles.tile(tile.level() + 1, tile.index() / Tile.WIDTH, at + 1);
        if (!Arrays.equals(Merkle.root(tile.hashes(0, Tile.WIDTH)), upper.hash(at))) {
            findings.add(new Finding(name(tile), "does not have the root that %s has of it".formatted(name(upper))));
        }
        above(upper, at + 1, findings);
    }

    private static String name(Tile tile) {
        return "tile %d/%d".formatted(tile.level(), tile.index());
    }
}
