package org.dianqiao.sandbox.licences;

/** An operation that is not done, and why. */
final class Denied extends RuntimeException {

    private final Status status;

    Denied(Status status) {
        this(status, status.message());
    }

    Denied(Status status, String message) {
        super(message);
        this.status = status;
    }

    Status status() {
        return status;
    }
}
