package org.dianqiao.trust;

/** Bytes that are no signature as the protocol wants it; the message is the reason, short enough for the sender. */
public final class NotSignedData extends RuntimeException {

    NotSignedData(IllegalArgumentException reason) {
        super(reason.getMessage(), reason);
    }
}
