package org.dianqiao.exchange;

/** The id of this message turned out to be bound already; whatever was begun for it is undone. */
final class Bound extends RuntimeException {

    Bound() {
        super("bound already", null, false, false);
    }
}
