package org.dianqiao.casework;

import java.util.stream.Stream;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.exchange.Erasing;
import org.springframework.stereotype.Component;

/** Called by the clock: what was told in a case is erased when its time is over since the case was closed. */
@Component
public class CaseRetentionWatch {

    private static final int AT_ONCE = 100;

    private final CaseRetentionStore store;
    private final Erasing erasing;

    CaseRetentionWatch(CaseRetentionStore store, Erasing erasing) {
        this.store = store;
        this.erasing = erasing;
    }

    public void erase() {
        Stream.of(Kind.values()).forEach(this::erase);
    }

    private void erase(Kind kind) {
        erasing.erase(
                kind.written() + " cases",
                kind.services(),
                AT_ONCE,
                (closedBefore, now, most) -> store.eraseSome(kind, closedBefore, now, most));
    }
}
