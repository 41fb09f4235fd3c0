package org.dianqiao.lead;

import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.exchange.Erasing;
import org.springframework.stereotype.Component;

/**
 * Called by the clock: what was told of a project is erased when its time is over since somebody spoke of it last,
 * however it stands.
 */
@Component
public class LeadRetentionWatch {

    private static final int AT_ONCE = 200;

    private final LeadRetentionStore store;
    private final Erasing erasing;

    LeadRetentionWatch(LeadRetentionStore store, Erasing erasing) {
        this.store = store;
        this.erasing = erasing;
    }

    public void erase() {
        erasing.erase("leads", Kind.LEAD.services(), AT_ONCE, store::eraseSome);
    }
}
