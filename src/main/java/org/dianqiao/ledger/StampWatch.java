package org.dianqiao.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.dianqiao.ledger.StampAuthorities.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Called by the clock on every node: has the newest head stamped when that is due. Nothing waits for it. */
@Component
public class StampWatch {

    private static final Logger log = LoggerFactory.getLogger(StampWatch.class);

    private final Stamper stamper;
    private final StampSettings settings;
    private final Clock clock;
    private volatile List<String> troubles = List.of();
    private String told = "";
    private Instant next = Instant.MIN;

    StampWatch(Stamper stamper, StampSettings settings, Clock clock) {
        this.stamper = stamper;
        this.settings = settings;
        this.clock = clock;
    }

    public void stamp() {
        if (!next.isAfter(clock.instant()) && stamper.isWanted()) {
            try {
                stamper.stamp().ifPresent(this::heard);
            } catch (DataAccessResourceFailureException | TransactionException e) {
                heard(new Answer(null, null, List.of("the database is away")));
            } catch (RuntimeException e) {
                failed(e);
            } finally {
                next = clock.instant().plus(settings.interval());
            }
        }
    }

    /** What this node was last told by the authorities that gave it no stamp. */
    List<String> troubles() {
        return troubles;
    }

    private void heard(Answer answer) {
        troubles = List.copyOf(answer.troubles());
        String word = answer.by() == null ? "No head is stamped" : "Heads are stamped by " + answer.by();
        String whole = troubles.isEmpty() ? word : word + ": " + String.join("; ", troubles);
        if (isNew(whole)) {
            log.atLevel(troubles.isEmpty() ? Level.INFO : Level.WARN).log(whole);
        }
    }

    private void failed(RuntimeException e) {
        troubles = List.of("stamping fails: " + e.getMessage());
        if (isNew(troubles.get(0))) {
            log.error("No head is stamped", e);
        }
    }

    private boolean isNew(String word) {
        boolean isNew = !word.equals(told);
        told = word;
        return isNew;
    }
}
