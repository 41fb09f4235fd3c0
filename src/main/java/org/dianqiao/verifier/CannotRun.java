package org.dianqiao.verifier;

/** Nothing was verified, and why: a wrong command line, a file that is not there or cannot be used. */
final class CannotRun extends RuntimeException {

    CannotRun(String reason) {
        super(reason, null, false, false);
    }
}
