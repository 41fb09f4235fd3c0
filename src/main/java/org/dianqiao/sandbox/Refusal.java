package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A counter's refusal of what was brought to it. */
public final class Refusal extends Exception {

    private final int status;
    private final String code;

    public Refusal(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    Refusal(int status, String code, Exception cause) {
        super(cause.getMessage(), cause);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    byte[] problem() {
        ObjectNode json = Json.object();
        json.put("status", status).put("code", code).put("title", code).put("detail", getMessage());
        return Json.write(json);
    }
}
