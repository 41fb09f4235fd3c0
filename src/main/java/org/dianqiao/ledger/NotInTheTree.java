package org.dianqiao.ledger;

/** Somebody asked for what the tree does not have: the asker's fault, not ours. */
public final class NotInTheTree extends IllegalArgumentException {

    public NotInTheTree(String message) {
        super(message);
    }
}
