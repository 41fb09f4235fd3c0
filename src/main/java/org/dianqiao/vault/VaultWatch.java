package org.dianqiao.vault;

import java.util.List;
import org.dianqiao.files.BadFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Called by the clock on every node: each day has its data key, and what stood in clear before the vault is sealed. */
@Component
public class VaultWatch {

    private static final Logger log = LoggerFactory.getLogger(VaultWatch.class);

    private final Vault vault;
    private final List<ClearRows> clear;
    private volatile @Nullable String trouble;

    VaultWatch(Vault vault, List<ClearRows> clear) {
        this.vault = vault;
        this.clear = clear;
    }

    /** Without a new key the one before goes on. */
    public void turn() {
        try {
            vault.turn();
            trouble = null;
        } catch (BadFiles | DoesNotOpen | DataAccessException e) {
            if (!String.valueOf(e.getMessage()).equals(trouble)) {
                log.error("The data key before goes on: {}", e.getMessage());
            }
            trouble = e.getMessage();
        }
    }

    public void seal() {
        clear.forEach(VaultWatch::seal);
    }

    private static void seal(ClearRows rows) {
        int sealed = 0;
        for (int some = rows.sealSome(); some > 0; some = rows.sealSome()) {
            sealed += some;
        }
        if (sealed > 0) {
            log.info("{} from before the vault sealed: {}", rows.name(), sealed);
        }
    }
}
