package org.dianqiao.lead;

import java.util.List;
import org.dianqiao.vault.ClearRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leads from before the vault. */
@Component
public class ClearLeads implements ClearRows {

    private static final int AT_ONCE = 100;

    private final LeadStore store;

    ClearLeads(LeadStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "leads";
    }

    @Override
    @Transactional
    public int sealSome() {
        List<Lead> leads = store.holdClear(AT_ONCE);
        leads.forEach(store::seal);
        return leads.size();
    }
}
