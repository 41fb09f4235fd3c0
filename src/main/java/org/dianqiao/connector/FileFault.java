package org.dianqiao.connector;

import java.util.Locale;

/** Why a licence comes without its file. */
enum FileFault {

    /** The service gives no link to it. */
    NO_LINK,

    /** The link leads to where we do not go. */
    LINK_REFUSED,

    /** No whole answer came in time. */
    NOT_FETCHED,

    /** A sentence came in its place: the link was used, or is over. */
    TEXT,
    TOO_LARGE,
    NOT_OFD,

    /** It is not what was sealed. */
    TAMPERED,

    /** It says itself that it is another licence's. */
    ANOTHER;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
