package org.dianqiao.platform;

/** The data folder or the database in it cannot be had. What is said of it is for an operator: one sentence, no trace. */
final class CannotStart extends IllegalStateException {

    CannotStart(String why) {
        super(why);
    }

    CannotStart(String why, Throwable cause) {
        super(why, cause);
    }
}
