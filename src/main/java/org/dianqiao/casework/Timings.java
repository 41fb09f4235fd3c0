package org.dianqiao.casework;

import java.util.List;
import org.dianqiao.calendar.Calendars;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.files.Watched;
import org.dianqiao.policy.Facts;
import org.dianqiao.policy.Policies;
import org.dianqiao.policy.Warnings;
import org.dianqiao.policy.Warnings.Warning;
import org.springframework.stereotype.Component;

/** What deadlines come to by the packs and calendars of this moment. */
@Component
public class Timings {

    private final Watched<Policies> policies;
    private final Watched<Calendars> calendars;

    Timings(Watched<Policies> policies, Watched<Calendars> calendars) {
        this.policies = policies;
        this.calendars = calendars;
    }

    public Timing of(Deadline deadline, String region) {
        return Timing.of(deadline, warnings(deadline, region), days(region));
    }

    public WorkingDays days(String region) {
        return calendars.current().of(region);
    }

    String edition() {
        return calendars.current().edition();
    }

    private List<Warning> warnings(Deadline deadline, String region) {
        var day = WorkingDays.dayOf(deadline.began());
        return policies.current()
                .of(region, day)
                .flatMap(book -> book.find(Warnings.class, deadline.side().written(), Facts.none(), day)
                        .rule())
                .map(rule -> rule.outcome().each())
                .orElse(List.of());
    }
}
