package org.dianqiao.sandbox;

/** An answer that proves nothing: not signed where it must be, not by the gateway, not to this message. */
public final class FalseAnswer extends RuntimeException {

    FalseAnswer(String reason) {
        super(reason);
    }

    FalseAnswer(String reason, Throwable cause) {
        super(reason, cause);
    }
}
