package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Event;
import org.dianqiao.casework.KeptFindings;
import org.dianqiao.exchange.Contracts.Violation;
import org.dianqiao.exchange.Refused;
import org.dianqiao.files.Watched;
import org.dianqiao.policy.Book;
import org.dianqiao.policy.Duty;
import org.dianqiao.policy.Fact;
import org.dianqiao.policy.Facts;
import org.dianqiao.policy.Papers;
import org.dianqiao.policy.Policies;
import org.dianqiao.policy.Rule;
import org.dianqiao.policy.Term;
import org.dianqiao.policy.Timer;
import org.springframework.stereotype.Component;

/**
 * The closed list of papers 收资清单. A department may ask for what the path's rule lists. Where the texts leave the list to
 * the departments, it may ask for what the texts know, but not for what they place elsewhere: at a stage that comes after
 * the permit, with another class of customers, or when the works are finished. Whoever asks for more is refused, and the
 * case keeps that it was asked.
 */
@Component
class ClosedList {

    private static final String NO_MORE = "no-extra-demands";
    private static final String DEMANDED = "demanded";

    /** Of the stages of a supply, those whose papers exist before works begin. */
    private static final List<String> BEFORE_WORKS = List.of("accepted", "design-reviewed");

    private final Watched<Policies> policies;
    private final Cases cases;
    private final KeptFindings findings;
    private final Clock clock;

    ClosedList(Watched<Policies> policies, Cases cases, KeptFindings findings, Clock clock) {
        this.policies = policies;
        this.cases = cases;
        this.findings = findings;
        this.clock = clock;
    }

    void require(PermitCase permit, Task task, JsonNode said, String by) {
        JsonNode asked = said.path("documentsAsked");
        if (asked.isEmpty()) {
            return;
        }
        LocalDate day = WorkingDays.dayOf(permit.file().openedAt());
        Book book = policies.current().of(permit.file().regionCode(), day).orElseThrow();
        Facts facts = Facts.of(permit.filing().works());
        Set<String> allowed = allowed(permit, book, facts, day);
        String ban = book.find(Duty.class, NO_MORE, facts, day)
                .rule()
                .map(ClosedList::cited)
                .orElse(NO_MORE);
        List<Violation> faults = new ArrayList<>();
        ArrayNode beyond = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < asked.size(); i++) {
            String paper = asked.get(i).isTextual()
                    ? asked.get(i).asText()
                    : asked.get(i).path("type").asText();
            if (!allowed.contains(paper)) {
                beyond.add(paper);
                faults.add(new Violation("/documentsAsked/" + i, "“" + paper + "”不在可以要求的材料之内，不得要求（" + ban + "）"));
            }
        }
        if (!faults.isEmpty()) {
            throw Refused.violating(faults)
                    .leaving(entry -> note(permit, demanded(task, said, by, entry, beyond, ban)));
        }
    }

    private Set<String> allowed(PermitCase permit, Book book, Facts facts, LocalDate day) {
        JsonNode listed = permit.decision().path("documents");
        return listed.isEmpty()
                ? leftToDepartments(book, facts, day)
                : StreamSupport.stream(listed.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.toSet());
    }

    private Set<String> leftToDepartments(Book book, Facts facts, LocalDate day) {
        Set<String> papers = new HashSet<>();
        book.pack().documents().forEach(paper -> papers.add(paper.code()));
        papers.removeAll(listed(book.rules(Papers.class).stream()));
        papers.removeAll(ofFinishedWorks());
        papers.addAll(beforeWorks(book, facts, day));
        return papers;
    }

    /** Whichever place's texts say so: what shows finished works is nowhere there before them. */
    private Set<String> ofFinishedWorks() {
        Policies all = policies.current();
        return all.ids().stream()
                .flatMap(id -> all.versions(id).stream())
                .flatMap(pack -> pack.rules().stream())
                .map(Rule::outcome)
                .filter(Timer.class::isInstance)
                .map(Timer.class::cast)
                .filter(timer -> timer.after().equals(Completion.COMPLETED))
                .map(Timer::ending)
                .collect(Collectors.toSet());
    }

    /** Of customers of this class, and as if no register had answered for them. */
    private static Set<String> beforeWorks(Book book, Facts facts, LocalDate day) {
        Facts onPaper = facts.and(Fact.FETCHED_ONLINE, false);
        return listed(BEFORE_WORKS.stream().flatMap(stage -> book.every(Papers.class, stage, onPaper, day).stream()));
    }

    private static Set<String> listed(Stream<Rule<Papers>> rules) {
        return rules.flatMap(rule -> rule.outcome().documents().stream())
                .map(Term::code)
                .collect(Collectors.toSet());
    }

    private static String cited(Rule<Duty> rule) {
        return rule.id() + "，" + rule.citation().document() + " "
                + rule.citation().clause();
    }

    private Event demanded(Task task, JsonNode said, String by, String entry, ArrayNode papers, String ban) {
        ObjectNode told = Event.nothingMore().put("rule", ban);
        told.set("documents", papers);
        Instant claimed = Event.claimed(said.path("at"));
        return new Event(clock.instant(), claimed, DEMANDED, task.number(), by, entry, null, told);
    }

    /** Once, however often it is asked again. */
    private void note(PermitCase permit, Event demanded) {
        cases.hold(permit.file().caseNo())
                .filter(file -> cases.timeline(file.caseNo()).stream().noneMatch(event -> isSame(event, demanded)))
                .ifPresent(file -> {
                    cases.note(file, demanded);
                    findings.keep(file);
                });
    }

    private static boolean isSame(Event event, Event demanded) {
        return event.what().equals(DEMANDED)
                && Objects.equals(event.about(), demanded.about())
                && event.told().equals(demanded.told());
    }
}
