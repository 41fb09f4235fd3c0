package org.dianqiao.connector;

/** A platform must be asked something, and gave us no secret to ask it with, or none that is still in force. */
public final class NoSecret extends RuntimeException {

    NoSecret(String requester) {
        super("no secret of " + requester + " is in force");
    }
}
