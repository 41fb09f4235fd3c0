package org.dianqiao.lead;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Event;
import org.dianqiao.codes.ProjectCode;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Partner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what is told of projects, enterprises and plots: it makes a lead, changes one, or shows that two are one. */
@Component
class LeadIntake {

    private final LeadStore store;
    private final MarkStore known;
    private final Marks marks;
    private final LeadCases cases;
    private final LeadLetters letters;

    LeadIntake(LeadStore store, MarkStore known, Marks marks, LeadCases cases, LeadLetters letters) {
        this.store = store;
        this.known = known;
        this.marks = marks;
        this.cases = cases;
        this.letters = letters;
    }

    /** What is told: `change` by its words, and `said` for the timeline. `marks`: by what a lead is recognised in it. */
    private record Telling(
            Message message, @Nullable String code, Set<String> marks, UnaryOperator<ToldOfLead> change, Event said) {

        boolean isOf(Lead lead) {
            return code != null && code.equals(lead.projectCode());
        }

        Instant at() {
            return message.receivedAt();
        }
    }

    /** `noted`: what the timeline keeps of it, codes only. */
    void tell(Message message, Origin origin, UnaryOperator<ToldOfLead> change, JsonNode noted) {
        JsonNode payload = message.payload();
        String code = origin.projectCode(payload).map(ProjectCode::text).orElse(null);
        Event said = Event.said(message, message.service().name(), null, noted.deepCopy());
        Telling telling = new Telling(message, code, marks.of(origin, payload), change, said);
        Joining.of(candidates(telling), code, payload.path("site"))
                .ifPresentOrElse(joining -> grow(telling, joining), () -> begin(telling, origin));
    }

    private List<Lead> candidates(Telling telling) {
        if (!telling.marks().isEmpty()) {
            known.await(telling.marks(), telling.code() == null);
        }
        Partner sender = telling.message().sender();
        return store.hold(telling.code(), telling.marks()).stream()
                .filter(lead -> telling.isOf(lead) || sender.actsFor(lead.regionCode()))
                .toList();
    }

    private void begin(Telling telling, Origin origin) {
        Message message = telling.message();
        String code = telling.code();
        Instant now = telling.at();
        ToldOfLead told = telling.change().apply(ToldOfLead.nothing());
        String region = told.region()
                .orElseGet(() -> ProjectCode.of(String.valueOf(code)).region().text());
        Casefile file = cases.begin(region, code, now);
        Lead lead = letters.route(Lead.of(file.caseNo(), origin, code, region, told, now), message.to());
        requireRegion(message, lead);
        if (!store.add(lead, telling.marks())) {
            throw Refused.later(Code.UNAVAILABLE, "同一项目的另一份报文正在处理，请稍后重发。", 1);
        }
        cases.add(file, lead, with(telling.said(), letters.say(lead, file.thread(), now)), now);
    }

    private void grow(Telling telling, Joining joining) {
        Lead after = after(telling, joining.one());
        requireRegion(telling.message(), joining.before().incomplete() ? after : joining.before());
        if (joining.younger().isEmpty() && after.equals(joining.before())) {
            return;
        }
        known.add(after.leadNo(), telling.marks(), after.projectCode() != null);
        List<Event> happened = new ArrayList<>(List.of(telling.said()));
        if (after.told().isReinstated() && !joining.one().told().isReinstated()) {
            happened.add(reinstated(telling.message()));
        }
        joining.younger().forEach(younger -> happened.add(close(younger, after, telling.message())));
        store.save(after, telling.at());
        Casefile file = cases.hold(after);
        letters.say(after, file.thread(), telling.at()).ifPresent(happened::add);
        cases.change(file, after, happened, telling.at());
    }

    private Lead after(Telling telling, Lead before) {
        Lead told = before.telling(telling.change().apply(before.told()));
        return letters.route(
                telling.code() == null ? told : told.coded(telling.code()),
                telling.message().to());
    }

    private static Event reinstated(Message message) {
        return Event.concluded(message.receivedAt(), "reinstated", null, message.entry(), Event.nothingMore());
    }

    /** Whoever was told of the younger one is told that it is another. What the older one's timeline says of it. */
    private Event close(Lead younger, Lead older, Message message) {
        Instant now = message.receivedAt();
        Lead closed = younger.mergedInto(older);
        store.close(younger, older, now);
        known.move(younger, older);
        Casefile file = cases.hold(younger);
        Event merged = Event.concluded(
                now, "merged", null, message.entry(), Event.nothingMore().put("into", older.leadNo()));
        cases.change(file, closed, with(merged, letters.say(closed, file.thread(), now)), now);
        return Event.concluded(
                now, "joined", null, message.entry(), Event.nothingMore().put("from", younger.leadNo()));
    }

    private static List<Event> with(Event first, Optional<Event> then) {
        return then.map(event -> List.of(first, event)).orElse(List.of(first));
    }

    static void requireRegion(Message message, Lead lead) {
        if (!message.sender().actsFor(lead.regionCode())) {
            throw new Refused(Code.NOT_PERMITTED, "贵单位不负责行政区划 " + lead.regionCode() + " 的业务。");
        }
    }
}
