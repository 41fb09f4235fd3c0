package org.dianqiao.connector.list;

/** The list cannot be dealt with to its end at the moment, through no fault of its own: it is gone on with later. */
final class NotNow extends RuntimeException {

    NotNow(String reason) {
        super(reason);
    }
}
