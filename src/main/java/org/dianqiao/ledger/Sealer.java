package org.dianqiao.ledger;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dianqiao.ledger.TreeStore.Unsealed;
import org.dianqiao.trust.SigningKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives entries their places in the tree and signs the head over them.
 *
 * <p>One transaction does it all, and holds the lock that makes it the only one on any node. Wherever a node dies, its
 * transaction has not been: the entries still wait, the tiles and heads are those of the round before, and the next
 * node begins where that ended. So there is no gap, no fork, and no entry twice.
 */
@Component
class Sealer {

    /** Sixteen tiles: large enough for a backlog, small enough to be over in a moment. */
    static final int AT_ONCE = 4096;

    private final TreeStore store;
    private final LedgerStore ledger;
    private final HeadWatch watch;
    private final SigningKey key;
    private final Clock clock;

    Sealer(TreeStore store, LedgerStore ledger, HeadWatch watch, SigningKey key, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.watch = watch;
        this.key = key;
        this.clock = clock;
    }

    /** How many were sealed; none where another node is at it. */
    @Transactional
    int seal() {
        if (!store.isOurTurn()) {
            return 0;
        }
        TreeHead last = store.newest().orElse(null);
        watch.check(last);
        List<Unsealed> taken = store.take(AT_ONCE);
        if (!taken.isEmpty()) {
            append(taken, last);
        }
        return taken.size();
    }

    private void append(List<Unsealed> taken, @Nullable TreeHead last) {
        long before = last == null ? 0 : last.size();
        long size = before + taken.size();
        store.place(before, taken.stream().map(Unsealed::entry).toList());
        List<Tile> grown = Growth.of(store, before, leaves(taken));
        Tiles tiles = Growth.over(grown, store);
        byte[] root = new Tree(tiles, size).root();
        if (last != null) {
            HeadWatch.requireContinued(last, size, root, tiles);
        }
        store.keep(grown);
        store.publish(TreeHead.sign(size, root, clock.instant(), key));
    }

    private List<byte[]> leaves(List<Unsealed> taken) {
        Map<String, Entry> read = older(taken);
        List<byte[]> leaves = new ArrayList<>(taken.size());
        for (Unsealed one : taken) {
            byte[] leaf = one.leaf();
            leaves.add(
                    leaf == null ? Objects.requireNonNull(read.get(one.entry())).leaf() : leaf);
        }
        return leaves;
    }

    /** Entries that were there before the tree, and brought no leaf. */
    private Map<String, Entry> older(List<Unsealed> taken) {
        List<String> ids = taken.stream()
                .filter(one -> one.leaf() == null)
                .map(Unsealed::entry)
                .toList();
        return ids.isEmpty() ? Map.of() : ledger.entries(ids).stream().collect(toMap(Entry::id, identity()));
    }
}
