package org.dianqiao.files;

/** What was read is good, but cannot be taken up at this moment. The version before goes on until it can. */
public class NotYet extends RuntimeException {

    public NotYet(String reason, Throwable cause) {
        super(reason, cause);
    }
}
