package org.dianqiao.progress;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Deadline;
import org.dianqiao.casework.Timing;
import org.dianqiao.ledger.Entry;

/** How a deadline stands at a moment. Pure. */
record Due(Deadline deadline, Timing timing, WorkingDays days, Instant now) {

    String state() {
        if (deadline.met() != null) {
            return "met";
        }
        if (deadline.standsStill()) {
            return "stopped";
        }
        Instant end = timing.end();
        if (end == null) {
            return "unknown";
        }
        return now.isBefore(end) ? "running" : "overdue";
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("about", deadline.about())
                .put("title", deadline.title().zh())
                .put("state", state())
                .put("responsible", deadline.responsible())
                .put("rule", deadline.rule())
                .put("began", Entry.time(deadline.began()));
        json.putObject("limit")
                .put("value", deadline.limit().value())
                .put("unit", deadline.limit().unit().name());
        time(json);
        if (deadline.raised() != null) {
            json.put("raised", deadline.raised().written());
        }
        Instant met = deadline.met();
        return met == null ? json : met(json, met);
    }

    /** Of days the last one, and how many are left; of hours and minutes the moment. */
    private void time(ObjectNode json) {
        Instant end = timing.end();
        if (timing.day() != null) {
            json.put("due", timing.day().toString());
        } else if (end != null) {
            json.put("until", Entry.time(end));
        }
        if (deadline.limit().unit().isOfDays()) {
            Instant counted = deadline.met() == null ? now : deadline.met();
            days.remaining(deadline.period(), WorkingDays.dayOf(counted))
                    .ifPresent(left -> json.put("remaining", left));
        } else if (end != null && deadline.met() == null) {
            json.put("remainingMinutes", Duration.between(now, end).toMinutes());
        }
    }

    private ObjectNode met(ObjectNode json, Instant met) {
        Instant end = timing.end();
        return json.put("metAt", Entry.time(met)).put("late", end != null && !met.isBefore(end));
    }
}
