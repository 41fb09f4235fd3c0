package org.dianqiao.platform;

/** Our own database cannot be had. What is said of it is for an operator: one sentence, no trace. */
final class NoDatabase extends IllegalStateException {

    NoDatabase(String why) {
        super(why);
    }

    NoDatabase(String why, Throwable cause) {
        super(why, cause);
    }
}
