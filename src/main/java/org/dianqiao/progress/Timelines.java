package org.dianqiao.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.Finding;
import org.dianqiao.casework.KeptFindings;
import org.dianqiao.casework.Stage;
import org.dianqiao.casework.Timings;
import org.dianqiao.exchange.Attestation;
import org.dianqiao.ledger.Entry;
import org.springframework.stereotype.Component;

/** A case as progress.lookup tells it: what happened and its proof, what is owed, what looks odd, what hangs on it. */
@Component
class Timelines {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> OF_A_TASK =
            List.of("taskNo", "department", "name", "item", "status", "since", "due", "documentNo", Attestation.MEMBER);

    private final Cases cases;
    private final Deadlines deadlines;
    private final Timings timings;
    private final KeptFindings findings;
    private final SentEntryStore entries;
    private final Utilities utilities;
    private final Clock clock;

    Timelines(
            Cases cases,
            Deadlines deadlines,
            Timings timings,
            KeptFindings findings,
            SentEntryStore entries,
            Utilities utilities,
            Clock clock) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.timings = timings;
        this.findings = findings;
        this.entries = entries;
        this.utilities = utilities;
        this.clock = clock;
    }

    ObjectNode of(Casefile file) {
        List<Event> timeline = cases.timeline(file.caseNo());
        ObjectNode told = head(file);
        told.set("timeline", events(file, timeline));
        told.set("deadlines", deadlines(file));
        told.set("clocks", clocks(new Supply(file), timeline));
        ArrayNode found = told.putArray("findings");
        findings.of(file, timeline).forEach(each -> found.add(finding(each)));
        ArrayNode permits = told.putArray("permits");
        cases.partOf(file.number(), file.keeper()).forEach(each -> permits.add(permit(each)));
        return told;
    }

    private static ObjectNode head(Casefile file) {
        Supply supply = new Supply(file);
        ObjectNode head = JSON.objectNode()
                .put("applicationNo", file.number())
                .put("caseNo", file.caseNo())
                .put("regionCode", file.regionCode())
                .put("utility", file.utility())
                .put("state", file.state())
                .put("open", file.open())
                .put("openedAt", Entry.time(file.openedAt()));
        if (file.erasedAt() != null) {
            head.put("erasedAt", Entry.time(file.erasedAt()));
        }
        copy(supply.application(), head, List.of("channel", "customerClass"));
        new Identifiers(supply.application()).suspect().forEach(pointer -> head.withArray("/suspect")
                .add(pointer));
        copy(file.told(), head, List.of("stages", "missing"));
        return head;
    }

    private ArrayNode events(Casefile file, List<Event> timeline) {
        Map<String, String> sent = entries.of(file, timeline);
        Map<String, Attestation> attested = cases.attested(timeline);
        ArrayNode told = JSON.arrayNode();
        for (Event event : timeline) {
            ObjectNode one = event(event, told.size() + 1, sent);
            Attestation.write(attested.get(String.valueOf(event.entry())), one);
            told.add(one);
        }
        return told;
    }

    private ObjectNode event(Event event, int no, Map<String, String> sent) {
        ObjectNode told = JSON.objectNode().put("no", no).put("at", Entry.time(event.at()));
        if (event.claimed() != null) {
            told.put("claimed", Entry.time(event.claimed()));
        }
        told.put("what", event.what());
        put(told, "about", event.about());
        copy(event.told(), told, List.of("state", "reason", "cancelled"));
        told.put("by", event.by());
        put(told, "entry", event.entry() != null ? event.entry() : sent.get(String.valueOf(event.sent())));
        return told.put("sentence", CustomerWords.zh(event, utilities::called));
    }

    private ArrayNode deadlines(Casefile file) {
        WorkingDays days = timings.days(file.regionCode());
        Instant now = clock.instant();
        ArrayNode told = JSON.arrayNode();
        deadlines
                .of(file.caseNo())
                .forEach(deadline ->
                        told.add(new Due(deadline, timings.of(deadline, file.regionCode()), days, now).json()));
        return told;
    }

    /** The time of the utility and that of the whole process so far, or until there was power. */
    private ObjectNode clocks(Supply supply, List<Event> timeline) {
        ObjectNode told = JSON.objectNode();
        if (!supply.wasAppliedFor()) {
            return told;
        }
        WorkingDays days = timings.days(supply.file().regionCode());
        Stream.of(Periods.UTILITY, Periods.WHOLE).forEach(name -> {
            List<Halt> halts = Standstill.of(name, timeline, supply.excluded());
            Used used = new Used(supply.file().openedAt(), end(timeline), halts);
            ObjectNode each = told.putObject(name);
            used.workingDays(days).ifPresent(count -> each.put("workingDays", count));
            each.put("hours", Math.round(used.hours() * 100) / 100.0).put("stopped", Standstill.lasts(halts));
        });
        return told;
    }

    private Instant end(List<Event> timeline) {
        return timeline.stream()
                .filter(event -> Stage.CONNECTED.written().equals(event.about()))
                .filter(event -> event.told().path("state").asText().equals(State.FINISHED.written()))
                .map(Event::at)
                .findFirst()
                .orElseGet(clock::instant);
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode told = JSON.objectNode().put("kind", finding.kind().written());
        put(told, "about", finding.about());
        told.put("sentence", finding.sentence().zh());
        finding.events().forEach(told.withArray("events")::add);
        return told;
    }

    private static ObjectNode permit(Casefile permit) {
        ObjectNode told = JSON.objectNode()
                .put("filingNo", permit.number())
                .put("caseNo", permit.caseNo())
                .put("state", permit.state())
                .put("open", permit.open());
        ArrayNode tasks = told.putArray("tasks");
        permit.told().path("tasks").forEach(task -> copy(task, tasks.addObject(), OF_A_TASK));
        return told;
    }

    private static void copy(JsonNode from, ObjectNode to, List<String> members) {
        members.stream().filter(from::has).forEach(member -> to.set(member, from.path(member)));
    }

    private static void put(ObjectNode told, String member, @org.jspecify.annotations.Nullable String text) {
        if (text != null) {
            told.put(member, text);
        }
    }
}
