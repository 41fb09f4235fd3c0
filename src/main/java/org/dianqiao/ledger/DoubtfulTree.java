package org.dianqiao.ledger;

/** The tree in the database is not the one that was signed. Whoever runs the gateway must look. */
final class DoubtfulTree extends RuntimeException {

    DoubtfulTree(String reason) {
        super(reason);
    }
}
