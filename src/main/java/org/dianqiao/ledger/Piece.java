package org.dianqiao.ledger;

/**
 * What the patrol rereads at once: one tile with its leaves and entries, and of all entries as many as that, by their
 * ids, sealed or not.
 *
 * @param tile its index at level 0
 * @param after the last id before
 */
record Piece(long tile, String after) {

    static final Piece FIRST = new Piece(0, "");

    long firstLeaf() {
        return tile * Tile.WIDTH;
    }
}
