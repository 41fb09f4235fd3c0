package org.dianqiao.sandbox.marketing;

/** An application that is not taken, or a question without an answer. */
final class Denied extends RuntimeException {

    static final String UNKNOWN = "00001";
    static final String EXCEPTION = "00002";
    static final String REPEATED = "00004";
    static final String FIELD = "00009";

    private final String code;

    Denied(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
