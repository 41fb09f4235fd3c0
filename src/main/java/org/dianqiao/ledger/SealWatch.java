package org.dianqiao.ledger;

import jakarta.annotation.PostConstruct;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Called by the clock on every node: looks at the newest head, and seals what waits, if the tree is as it was left. */
@Component
public class SealWatch {

    private static final Logger log = LoggerFactory.getLogger(SealWatch.class);

    private final HeadWatch heads;
    private final PatrolWatch patrol;
    private final TreeStore store;
    private final Sealer sealer;
    private volatile @Nullable String trouble;

    SealWatch(HeadWatch heads, PatrolWatch patrol, TreeStore store, Sealer sealer) {
        this.heads = heads;
        this.patrol = patrol;
        this.store = store;
        this.sealer = sealer;
    }

    /** Before the first message comes: no receipt may tell of a smaller tree than was told before. */
    @PostConstruct
    void begin() {
        seal();
    }

    public void seal() {
        try {
            round();
            goesWell();
        } catch (DoubtfulTree e) {
            stop(
                    "The ledger's tree is in doubt: " + e.getMessage(),
                    "until the database is the right one again, or until somebody who has decided that this tree"
                            + " counts from now on removes " + heads.file());
        } catch (AlteredLedger e) {
            stop(
                    "The ledger was altered: " + e.getMessage(),
                    "until that is mended, or until somebody who has decided to live with it writes the entry's id,"
                            + " or the leaf or tile as it is named here, on a line into " + e.settled());
        } catch (DataAccessResourceFailureException | TransactionException e) {
            if (isNew("Sealing waits for the database")) {
                log.warn("{}: {}", trouble, e.getMessage());
            }
        } catch (RuntimeException e) {
            if (isNew("Sealing fails: " + e.getMessage())) {
                log.error("{}", trouble, e);
            }
        }
    }

    /** Why nothing is sealed here; empty as long as all is well. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void round() {
        heads.look();
        patrol.requireNothingFound();
        boolean more = store.anythingUnsealed();
        while (more) {
            more = sealer.seal() == Sealer.AT_ONCE;
            heads.look();
        }
    }

    private void stop(String reason, String until) {
        if (isNew(reason)) {
            log.error("{}. Messages go on being accepted, but this node seals nothing {}", reason, until);
        }
    }

    private boolean isNew(String reason) {
        boolean isNew = !reason.equals(trouble);
        trouble = reason;
        return isNew;
    }

    private void goesWell() {
        if (trouble != null) {
            trouble = null;
            log.info("Sealing goes on");
        }
    }
}
