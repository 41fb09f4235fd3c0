package org.dianqiao.web.evidence;

import java.util.Optional;
import org.dianqiao.exchange.Attestations;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.LedgerStore;
import org.dianqiao.ledger.LedgerTree;
import org.dianqiao.ledger.TreeHead;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what proves an entry: under a head that an authority has stamped, where there is one. */
@Component
class Proofs {

    private final LedgerStore ledger;
    private final LedgerTree tree;
    private final Attestations attestations;

    Proofs(LedgerStore ledger, LedgerTree tree, Attestations attestations) {
        this.ledger = ledger;
        this.tree = tree;
        this.attestations = attestations;
    }

    Optional<Proof> of(String entry) {
        return ledger.find(entry).map(this::proof);
    }

    private Proof proof(Entry entry) {
        return new Proof(entry, place(entry), attestations.of(entry));
    }

    private @Nullable Place place(Entry entry) {
        var index = tree.index(entry.id());
        return index.isPresent() ? place(index.getAsLong()) : null;
    }

    private Place place(long index) {
        TreeHead head = tree.headOver(index);
        return new Place(index, head, tree.ascent(index, head.size()));
    }
}
