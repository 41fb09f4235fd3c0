package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.dianqiao.calendar.Calendars;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.files.Watched;
import org.dianqiao.policy.Decision;
import org.dianqiao.policy.Decisions;
import org.dianqiao.policy.Facts;
import org.dianqiao.policy.Policies;
import org.springframework.stereotype.Component;

/** Which path some works would take, by the packs and calendars of this moment. */
@Component
public class Previews {

    private final Watched<Policies> policies;
    private final Watched<Calendars> calendars;
    private final Clock clock;

    Previews(Watched<Policies> policies, Watched<Calendars> calendars, Clock clock) {
        this.policies = policies;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** `asked` fulfils the contract `permit.preview`. Nothing where no pack speaks for that division on that day. */
    public Optional<Decision> of(JsonNode asked) {
        String region = asked.path("regionCode").asText();
        LocalDate on =
                asked.has("on") ? LocalDate.parse(asked.path("on").asText()) : WorkingDays.dayOf(clock.instant());
        return of(region, asked.path("works"), on);
    }

    Optional<Decision> of(String region, JsonNode works, LocalDate on) {
        return policies.current()
                .of(region, on)
                .map(book -> Decisions.decide(
                        book, Facts.of(works), on, calendars.current().of(region)));
    }

    /** Of what is filed now. */
    Optional<Decision> today(Filing filing) {
        return of(filing.region(), filing.works(), WorkingDays.dayOf(clock.instant()));
    }

    WorkingDays days(String region) {
        return calendars.current().of(region);
    }
}
