package org.dianqiao.progress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.Stage;
import org.dianqiao.casework.Timings;
import org.springframework.stereotype.Component;

/** How long stages took, written down when they end. */
@Component
class Times {

    private final SupplyStore store;
    private final Timings timings;

    Times(SupplyStore store, Timings timings) {
        this.store = store;
        this.timings = timings;
    }

    /** `timeline`: with this event. */
    void hear(Supply supply, Stage stage, State state, List<Event> timeline, Instant now) {
        String caseNo = supply.file().caseNo();
        store.reported(caseNo, stage.written(), now);
        if (state != State.FINISHED) {
            return;
        }
        finished(supply, stage.written(), begun(supply, stage, timeline), timeline, now);
        if (stage == Stage.CONNECTED) {
            Optional<Instant> applied = applied(supply);
            finished(supply, Periods.UTILITY, applied, timeline, now);
            finished(supply, Periods.WHOLE, applied, timeline, now);
            store.connected(caseNo, now);
        }
    }

    void ended(Supply supply, Instant now) {
        store.ended(supply.file().caseNo(), now);
    }

    private void finished(Supply supply, String clock, Optional<Instant> begun, List<Event> timeline, Instant now) {
        Optional<Used> used = begun.map(from -> new Used(from, now, Standstill.of(clock, timeline, supply.excluded())));
        OptionalInt days = used.map(
                        each -> each.workingDays(timings.days(supply.file().regionCode())))
                .orElse(OptionalInt.empty());
        store.finished(supply.file().caseNo(), clock, now, used.map(Used::hours).orElse(null), days);
    }

    /** Acceptance begins with the application. */
    private static Optional<Instant> begun(Supply supply, Stage stage, List<Event> timeline) {
        return stage == Stage.ACCEPTED
                ? applied(supply)
                : timeline.stream()
                        .filter(event -> event.what().equals(Supply.STAGE)
                                && stage.written().equals(event.about()))
                        .filter(event -> event.told().path("state").asText().equals(State.STARTED.written()))
                        .map(Event::at)
                        .findFirst();
    }

    private static Optional<Instant> applied(Supply supply) {
        return supply.wasAppliedFor() ? Optional.of(supply.file().openedAt()) : Optional.empty();
    }
}
