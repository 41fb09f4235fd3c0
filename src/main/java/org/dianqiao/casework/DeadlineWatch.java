package org.dianqiao.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Called by the clock on every node: raises the warnings whose moment has come, and reckons deadlines anew where the
 * calendar has changed. A case is held while its deadlines are looked at; one that somebody else holds is left for the
 * next time, so that nodes and messages never wait for each other.
 */
@Component
public class DeadlineWatch {

    private static final Logger log = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final int AT_ONCE = 500;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final DeadlineStore store;
    private final CaseStore files;
    private final EventStore events;
    private final Timings timings;
    private final WarningLetters letters;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadlineWatch(
            DeadlineStore store,
            CaseStore files,
            EventStore events,
            Timings timings,
            WarningLetters letters,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.events = events;
        this.timings = timings;
        this.letters = letters;
        this.transaction = transaction;
        this.clock = clock;
    }

    public void look() {
        try {
            all(() -> store.toLookAt(clock.instant(), AT_ONCE));
            all(() -> store.reckonedOtherwise(timings.edition(), AT_ONCE));
        } catch (DataAccessResourceFailureException | TransactionException databaseAway) {
            log.warn("Deadlines wait for the database: {}", databaseAway.getMessage());
        }
    }

    /** Batch after batch, as long as something is done and more may be waiting. */
    private void all(Supplier<List<String>> next) {
        List<String> rows;
        long done;
        do {
            rows = next.get();
            done = rows.stream().distinct().filter(this::lookAt).count();
        } while (done > 0 && rows.size() >= AT_ONCE);
    }

    private boolean lookAt(String caseNo) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<Casefile> file = files.holdIfFree(caseNo);
                file.ifPresent(this::lookAt);
                return file.isPresent();
            }));
        } catch (DataAccessResourceFailureException | TransactionException databaseAway) {
            throw databaseAway;
        } catch (RuntimeException e) {
            log.error("The deadlines of {} cannot be looked at, the next attempt is in an hour", caseNo, e);
            store.postpone(caseNo, clock.instant().plus(AN_HOUR), timings.edition());
            return false;
        }
    }

    private void lookAt(Casefile file) {
        Instant now = clock.instant();
        for (Deadline deadline : store.of(file.caseNo())) {
            if (deadline.met() == null) {
                lookAt(file, deadline, now);
            }
        }
        store.summarize(file.caseNo());
    }

    private void lookAt(Casefile file, Deadline deadline, Instant now) {
        Timing timing = timings.of(deadline, file.regionCode());
        Optional<Alarm> rings = timing.rings(now);
        rings.ifPresent(alarm -> {
            events.add(file.caseNo(), letters.send(file, deadline, alarm.warning(), timing, now));
            log.info(
                    "{} {}: {} warning",
                    file.caseNo(),
                    deadline.about(),
                    alarm.warning().colour().written());
        });
        Deadline after =
                rings.map(alarm -> deadline.warned(alarm.warning().colour())).orElse(deadline);
        Timing then = timings.of(after, file.regionCode());
        store.save(after, then, Deadlines.look(after, then, now), timings.edition());
    }
}
