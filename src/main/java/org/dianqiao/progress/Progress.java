package org.dianqiao.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.KeptFindings;
import org.dianqiao.casework.Stage;
import org.dianqiao.exchange.Message;
import org.springframework.stereotype.Component;

/** How an application moves through its stages. Nothing that happened is refused; what is odd about it is a finding. */
@Component
class Progress {

    private final Cases cases;
    private final Deadlines deadlines;
    private final Clocks clocks;
    private final Times times;
    private final KeptFindings findings;

    Progress(Cases cases, Deadlines deadlines, Clocks clocks, Times times, KeptFindings findings) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.times = times;
        this.findings = findings;
    }

    Casefile entrust(Casefile file, String utility) {
        Casefile entrusted = cases.entrust(file, utility);
        deadlines.change(entrusted, deadline -> true, deadline -> deadline.owedBy(utility));
        return entrusted;
    }

    /** Told twice, it happened once. */
    void tell(Casefile file, Message message) {
        JsonNode report = message.payload();
        Stage stage = Stage.named(report.path("stage").asText()).orElseThrow();
        State state = State.of(report.path("state").asText());
        Event said = Event.said(message, Supply.STAGE, stage.written(), told(new Supply(file), stage, report));
        List<Event> timeline = new ArrayList<>(cases.timeline(file.caseNo()));
        if (timeline.stream().noneMatch(event -> isSame(event, said))) {
            timeline.add(said);
            cases.note(file, said);
            move(file, stage, state, timeline, message.receivedAt());
        }
    }

    private static ObjectNode told(Supply supply, Stage stage, JsonNode report) {
        ObjectNode told = Event.nothingMore().put("state", report.path("state").asText());
        List.of("reason", "by").stream().filter(report::has).forEach(each -> told.set(each, report.path(each)));
        return supply.cancels(stage) ? told.put("cancelled", true) : told;
    }

    private static boolean isSame(Event one, Event other) {
        return one.what().equals(other.what())
                && Objects.equals(one.about(), other.about())
                && Objects.equals(one.claimed(), other.claimed())
                && one.told().equals(other.told());
    }

    /** It stays open until it is put away: after power there is still something to be told, but nothing is owed. */
    private void move(Casefile file, Stage stage, State state, List<Event> timeline, Instant now) {
        boolean done = state == State.FINISHED;
        boolean ends = done && stage.isLast();
        String reached = Reached.in(timeline).map(Stage::written).orElse(file.state());
        Supply after = new Supply(file.in(reached, file.open() && !ends));
        cases.save(after.file());
        clocks.hear(after, stage, state, timeline, now, isOver(timeline));
        times.hear(after, stage, state, timeline, now);
        if (ends) {
            times.ended(after, now);
        }
        findings.keep(after.file());
    }

    private static boolean isOver(List<Event> timeline) {
        return timeline.stream()
                .filter(event -> event.told().path("state").asText().equals(State.FINISHED.written()))
                .flatMap(event -> Stage.named(String.valueOf(event.about())).stream())
                .anyMatch(stage -> stage == Stage.CONNECTED || stage.isLast());
    }
}
