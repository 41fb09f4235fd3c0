package org.dianqiao.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.files.Watched;
import org.dianqiao.policy.Facts;
import org.dianqiao.policy.Policies;
import org.springframework.stereotype.Component;

/** What the texts say of a place and a day, by the packs of this moment. */
@Component
class Texts {

    private final Watched<Policies> policies;

    Texts(Watched<Policies> policies) {
        this.policies = policies;
    }

    /** Nothing before the first pack's day. */
    Optional<Periods> periods(String region, Facts facts, LocalDate day) {
        return policies.current().of(region, day).map(book -> new Periods(book, facts, day));
    }

    Optional<Periods> periods(Supply supply) {
        return periods(supply.file().regionCode(), supply.facts(), supply.day());
    }

    List<Owed> after(String event, String region, Instant now) {
        LocalDate day = WorkingDays.dayOf(now);
        return policies.current()
                .of(region, day)
                .map(book -> Periods.timers(book, Facts.none(), day, event))
                .orElse(List.of());
    }
}
