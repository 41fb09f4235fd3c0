package org.dianqiao.evidence;

import java.time.Duration;
import java.util.OptionalLong;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.dianqiao.ledger.LedgerTree;
import org.dianqiao.ledger.TreeHead;
import org.springframework.stereotype.Component;

/** Proves entries from the tree. */
@Component
class Inclusions {

    private static final Duration A_WHILE = Duration.ofMillis(100);
    private static final int WHILES = 30;

    private final LedgerTree tree;

    Inclusions(LedgerTree tree) {
        this.tree = tree;
    }

    Inclusion of(String entry) {
        long index = index(entry);
        TreeHead head = tree.headOver(index);
        return new Inclusion(index, head, tree.inclusion(index, head.size()));
    }

    /** Who was just receipted need not come back a second later: until then their entry has its place. */
    private long index(String entry) {
        for (int i = 0; i < WHILES; i++) {
            OptionalLong index = tree.index(entry);
            if (index.isPresent()) {
                return index.getAsLong();
            }
            pause();
        }
        throw Refused.later(Code.UNAVAILABLE, "存证尚未封入账本，请稍后用同样的字节重发。", 5);
    }

    private static void pause() {
        try {
            Thread.sleep(A_WHILE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.later(Code.UNAVAILABLE, "网关正在停止，请稍后用同样的字节重发。", 5);
        }
    }
}
