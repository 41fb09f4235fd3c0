package org.dianqiao.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dianqiao.files.Watched;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Sm3;
import org.dianqiao.trust.Trust;
import org.jspecify.annotations.Nullable;

/**
 * Holds every new head against the last one that this node kept outside the database. A tree that was rewound (an old
 * backup), replaced or edited does not continue the one before, and no signature in the database can say otherwise.
 * Partners hold heads too: signing on top of such a tree would give them the proof that our ledger has forked.
 *
 * <p>What is in doubt stays in doubt for as long as the kept head is there and the database does not continue it.
 */
public final class HeadWatch {

    private final Kept<TreeHead> keptHead;
    private final TreeStore store;
    private final LedgerTree tree;
    private final SigningKey key;
    private final Watched<Trust> trust;

    public HeadWatch(Path kept, TreeStore store, LedgerTree tree, SigningKey key, Watched<Trust> trust) {
        this.keptHead = new Kept<>(kept, TreeHead.class);
        this.store = store;
        this.tree = tree;
        this.key = key;
        this.trust = trust;
    }

    public Path file() {
        return keptHead.file();
    }

    /** Takes up the newest head: checked, kept, then told. DoubtfulTree where it does not continue the kept one. */
    void look() {
        TreeHead newest = store.newest().orElse(null);
        TreeHead kept = kept();
        if (kept != null) {
            tree.newest(kept);
        }
        check(newest, kept);
        if (newest != null) {
            takeUp(newest, kept);
        }
    }

    private void takeUp(TreeHead newest, @Nullable TreeHead kept) {
        if (!newest.equals(kept)) {
            keptHead.keep(newest);
        }
        tree.newest(newest);
    }

    /** Before anything is signed on top of it. */
    void check(@Nullable TreeHead newest) {
        check(newest, kept());
    }

    private @Nullable TreeHead kept() {
        try {
            return keptHead.read().orElse(null);
        } catch (IOException e) {
            throw new DoubtfulTree("the head that was kept cannot be read: " + e.getMessage());
        }
    }

    private void check(@Nullable TreeHead newest, @Nullable TreeHead kept) {
        if (kept != null) {
            checkNext(kept, newest);
        } else if (newest != null) {
            checkFirst(newest);
        }
    }

    private void checkNext(TreeHead before, @Nullable TreeHead head) {
        if (head == null) {
            throw new DoubtfulTree("the database has no tree, and had one of %d entries".formatted(before.size()));
        }
        if (head.size() < before.size()) {
            throw new DoubtfulTree(
                    "the database has a tree of %d entries, and had one of %d".formatted(head.size(), before.size()));
        }
        if (head.size() == before.size()) {
            require(head.root().equals(before.root()), "the tree of %d entries has another root than it had", head);
        }
        require(
                head.equals(before) || isOurs(head, before),
                "the head of %d entries is not signed with the gateway's key",
                head);
        if (head.size() > before.size()) {
            requireContinued(before, head.size(), head.rootBytes(), store);
        }
    }

    /** Nothing was kept: whoever set up this node, or removed the file, takes the tree as it is, if it is one. */
    private void checkFirst(TreeHead head) {
        require(signer(head).isPresent(), "the head of %d entries is not signed", head);
        String root = Sm3.hex(new Tree(store, head.size()).root());
        require(root.equals(head.root()), "the tiles of %d entries do not have the root that was signed", head);
    }

    /** That the tree in these tiles, of this size and root, began as the one of the head before. */
    static void requireContinued(TreeHead before, long size, byte[] root, Tiles tiles) {
        boolean continued = Consistency.holds(
                before.size(), before.rootBytes(), size, root, new Tree(tiles, size).consistency(before.size()));
        if (!continued) {
            throw new DoubtfulTree("the tree of %d entries does not continue the one of %d that was signed"
                    .formatted(size, before.size()));
        }
    }

    /** With the key that is ours now, or the one that signed the head before: keys are changed. */
    private boolean isOurs(TreeHead head, TreeHead before) {
        Optional<Sm2Certificate> signer = signer(head);
        return signer.isPresent() && (signer.get().equals(key.certificate()) || signer.equals(signer(before)));
    }

    private Optional<Sm2Certificate> signer(TreeHead head) {
        return head.signer(trust.current());
    }

    private static void require(boolean condition, String reason, TreeHead head) {
        if (!condition) {
            throw new DoubtfulTree(reason.formatted(head.size()));
        }
    }
}
