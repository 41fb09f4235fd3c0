package org.dianqiao.evidence;

import org.dianqiao.exchange.Remark;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.Signed;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partner.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger, and whose it is.
 *
 * @param passedOn where a message was passed on: the entry under which its sender had sent it
 * @param asked where another partner gave our reply: the entry of our question to them
 */
record Evidence(
        Entry entry, @Nullable Entry passedOn, @Nullable Entry asked) {

    /** The parties of the message, and those who supervise them. */
    boolean concerns(Partner asking) {
        return asking.kind() == Kind.SUPERVISOR
                || asking.id().equals(entry.partner())
                || (passedOn != null && asking.id().equals(passedOn.partner()));
    }

    /**
     * What a register said because of another question of its asker's, as in a check of documents, is told word for word
     * to those only who may put such a question themselves; nobody: the console's auditor, who says why.
     */
    boolean mayBeRead(@Nullable Partner asking) {
        return asking == null
                || asking.kind() == Kind.SUPERVISOR
                || asking.grant(entry.service()).isPresent()
                || !Remark.Drawn.isIn(entry.message().manifest());
    }

    /** Another partner's signed words that went along with ours. */
    @Nullable
    Signed origin() {
        if (passedOn != null) {
            return passedOn.message();
        }
        return asked == null ? null : asked.answer();
    }
}
