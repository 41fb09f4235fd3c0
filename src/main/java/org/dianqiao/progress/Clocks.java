package org.dianqiao.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Deadline;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.Stage;
import org.springframework.stereotype.Component;

/** The deadlines of an application: begun, stopped, going on and met as its stages are told. */
@Component
class Clocks {

    private final Deadlines deadlines;
    private final Texts texts;

    Clocks(Deadlines deadlines, Texts texts) {
        this.deadlines = deadlines;
        this.texts = texts;
    }

    void begin(Supply supply, Instant now) {
        set(supply, Owed::beginsAtOnce, now);
    }

    /** `timeline`: with this event. `over`: nothing is owed any more; what still stood still ends with it. */
    void hear(Supply supply, Stage stage, State state, List<Event> timeline, Instant now, boolean over) {
        if (!over) {
            set(supply, owed -> owed.beginsWith(stage, state), now);
        }
        LocalDate today = WorkingDays.dayOf(now);
        stopOrGoOn(supply, timeline, today);
        deadlines.change(
                supply.file(),
                deadline -> over || meets(deadline.about(), stage, state),
                deadline -> deadline.goingOn(today).met(now));
    }

    private static boolean meets(String about, Stage stage, State state) {
        boolean done = state == State.FINISHED && about.equals(stage.written());
        return done || about.equals("progress.reported/" + stage.written());
    }

    /** Each is set once: who begins a stage again does not get its time again. */
    private void set(Supply supply, Predicate<Owed> begins, Instant now) {
        Set<String> set = deadlines.of(supply.file().caseNo()).stream()
                .map(Deadline::about)
                .collect(Collectors.toSet());
        String channel = supply.application().path("channel").asText();
        texts.periods(supply)
                .filter(periods -> supply.wasAppliedFor())
                .ifPresent(periods -> deadlines.set(
                        supply.file(),
                        periods.owed(channel).stream()
                                .filter(begins)
                                .filter(owed -> !set.contains(owed.about()))
                                .map(owed -> owed.by(supply.file(), now))
                                .toList()));
    }

    private void stopOrGoOn(Supply supply, List<Event> timeline, LocalDate today) {
        Predicate<Deadline> still =
                deadline -> Standstill.lasts(Standstill.of(deadline.about(), timeline, supply.excluded()));
        deadlines.change(
                supply.file(),
                deadline -> deadline.limit().unit().isOfDays() && still.test(deadline) != deadline.standsStill(),
                deadline -> still.test(deadline) ? deadline.stopped(today) : deadline.goingOn(today));
    }
}
