package org.dianqiao.sandbox;

/** How a counter treats those who come; all but the first are for tests and demonstrations. */
public enum Mood {
    WELL,
    /** Takes the message and never answers. */
    TIMES_OUT,
    /** Takes nothing. */
    ANSWERS_500,
    /** Takes the message and answers 200 without a receipt. */
    NO_RECEIPT,
    /** Takes the message and signs its answer with a key that is not its own. */
    WRONG_KEY,
    /** Takes the message and hangs up. */
    DROPS,
    /** Takes nothing and says that it never will. */
    REFUSES,
    /** Takes nothing and sends the caller elsewhere. */
    REDIRECTS,
    /** Takes nothing for now. */
    BUSY_429
}
