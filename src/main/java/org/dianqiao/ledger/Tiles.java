package org.dianqiao.ledger;

/** Where a tree's tiles stand. */
@FunctionalInterface
interface Tiles {

    /** With at least so many hashes; more where the tree has grown meanwhile. DoubtfulTree where they are not there. */
    Tile tile(int level, long index, int width);
}
