package org.dianqiao.evidence;

import org.dianqiao.ledger.Entry;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partner.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger, and whose it is.
 *
 * @param passedOnFor where a message was passed on: the partner who had sent it
 */
record Evidence(Entry entry, @Nullable String passedOnFor) {

    /** The parties of the message, and those who supervise them. */
    boolean concerns(Partner asking) {
        return asking.kind() == Kind.SUPERVISOR
                || asking.id().equals(entry.partner())
                || asking.id().equals(passedOnFor);
    }
}
