package org.dianqiao.delivery;

/** There is nothing left to send: the parts of a dead letter were erased when their time was over. */
public class ErasedParts extends IllegalArgumentException {

    ErasedParts() {
        super("the time for which its parts are kept is over, they were erased: it can only be closed");
    }
}
