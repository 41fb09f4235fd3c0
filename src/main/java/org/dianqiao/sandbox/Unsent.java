package org.dianqiao.sandbox;

/** A message that got no answer at all. It may have arrived: send the same bytes again. */
public final class Unsent extends RuntimeException {

    Unsent(String reason, Throwable cause) {
        super(reason, cause);
    }
}
