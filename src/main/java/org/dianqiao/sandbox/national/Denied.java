package org.dianqiao.sandbox.national;

/** A call that is not served: at the gate with 401, behind it with 200 as every answer. */
final class Denied extends RuntimeException {

    static final String HEADER_MISSING = "4001";
    static final String UNKNOWN_REQUESTER = "4002";
    static final String CLOCK_OFF = "4003";
    static final String WRONG_SIGNATURE = "4004";
    static final String SECRET_EXPIRED = "4005";
    static final String UNKNOWN_SERVICE = "4040";
    static final String FIELD_MISSING = "5001";

    private final int status;
    private final String code;

    private Denied(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Denied atTheGate(String code, String message) {
        return new Denied(401, code, message);
    }

    static Denied behindIt(String code, String message) {
        return new Denied(200, code, message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
