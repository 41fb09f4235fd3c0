package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Deadline;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partner;
import org.dianqiao.policy.Book;
import org.dianqiao.policy.Decisions;
import org.dianqiao.policy.Fact;
import org.dianqiao.policy.Facts;
import org.dianqiao.policy.Policies;
import org.dianqiao.policy.Rule;
import org.dianqiao.policy.Term;
import org.dianqiao.policy.Timer;
import org.dianqiao.policy.Warnings.Side;
import org.dianqiao.policy.Wording;
import org.springframework.stereotype.Component;

/**
 * What is owed to the departments once the works are finished 竣工资料推送. Nobody tells the gateway that works ended and
 * were not told of; so the time runs from the day on which they were to be finished, until a completion says better.
 */
@Component
class Completion {

    static final String COMPLETED = "works.completed";

    private final Watched<Policies> policies;
    private final Offices offices;
    private final Deadlines deadlines;

    Completion(Watched<Policies> policies, Offices offices, Deadlines deadlines) {
        this.policies = policies;
        this.offices = offices;
        this.deadlines = deadlines;
    }

    /** Whoever had the filing. */
    List<Partner> departments(PermitCase permit) {
        return permit.tasks().isEmpty()
                ? registered(permit, named(permit))
                : permit.tasks().stream()
                        .flatMap(task -> task.partner().stream())
                        .distinct()
                        .flatMap(id -> offices.find(id).stream())
                        .toList();
    }

    /** Where the path asks nobody and names nobody, whoever owns what the line crosses. */
    List<Partner> receivers(PermitCase permit) {
        boolean ofNobody = permit.tasks().isEmpty() && named(permit).isEmpty();
        return ofNobody ? registered(permit, owners(permit)) : departments(permit);
    }

    private static List<String> named(PermitCase permit) {
        return StreamSupport.stream(permit.decision().path("departments").spliterator(), false)
                .map(department -> department.path("code").asText())
                .toList();
    }

    private List<String> owners(PermitCase permit) {
        Facts facts = Facts.of(permit.filing().works());
        return book(permit).stream()
                .flatMap(texts -> Decisions.owners(texts, facts).stream())
                .map(Term::code)
                .toList();
    }

    private List<Partner> registered(PermitCase permit, List<String> departments) {
        return departments.stream()
                .flatMap(code -> offices.department(code, permit.file().regionCode()).stream())
                .distinct()
                .toList();
    }

    private Optional<Book> book(PermitCase permit) {
        return policies.current().of(permit.file().regionCode(), opened(permit));
    }

    private static LocalDate opened(PermitCase permit) {
        return WorkingDays.dayOf(permit.file().openedAt());
    }

    /** A result that is given anew takes back nothing of what was told meanwhile. */
    void expect(PermitCase permit) {
        if (permit.completedAt().isPresent()) {
            return;
        }
        permit.filing().day("plannedFinish").ifPresent(day -> owe(permit, WorkingDays.startOf(day)));
    }

    /** What was given is taken back: nothing will be finished. */
    void forget(PermitCase permit, Instant now) {
        deadlines.change(permit.file(), any -> true, owed -> owed.met(now));
    }

    boolean isOwed(PermitCase permit) {
        return deadlines.of(permit.file().caseNo()).stream().anyMatch(owed -> owed.met() == null);
    }

    /**
     * What was handed in with it is owed no longer: a paper that comes as a part, for the texts want the papers pushed to
     * the departments. For the rest the time runs from the completion, at the latest from now.
     */
    void told(PermitCase permit, JsonNode completed, Instant now) {
        Instant finished = permit.completedAt().orElse(now);
        owe(permit, finished.isBefore(now) ? finished : now);
        Set<String> papers = StreamSupport.stream(completed.path("documents").spliterator(), false)
                .filter(paper -> paper.has("part"))
                .map(paper -> paper.path("type").asText())
                .collect(Collectors.toSet());
        deadlines.change(permit.file(), owed -> papers.contains(owed.about()), owed -> owed.met(now));
    }

    private void owe(PermitCase permit, Instant finished) {
        List<String> owed = deadlines.of(permit.file().caseNo()).stream()
                .map(Deadline::about)
                .toList();
        for (Rule<Timer> rule : timers(permit)) {
            String paper = rule.outcome().ending();
            if (owed.contains(paper)) {
                deadlines.change(permit.file(), each -> each.about().equals(paper), each -> each.anew(finished));
            } else {
                deadlines.set(permit.file(), List.of(deadline(permit, rule, paper, finished)));
            }
        }
    }

    private static Deadline deadline(PermitCase permit, Rule<Timer> rule, String paper, Instant finished) {
        return Deadline.of(
                permit.file().caseNo(),
                paper,
                new Wording("竣工后向审批部门推送施工信息和资料", "papers of the finished works to the departments"),
                Side.UTILITY,
                Optional.ofNullable(permit.file().utility())
                        .orElse(permit.file().keeper()),
                rule.id(),
                finished,
                rule.outcome().limit());
    }

    private List<Rule<Timer>> timers(PermitCase permit) {
        LocalDate day = opened(permit);
        Facts facts = Facts.of(permit.filing().works())
                .and(Fact.PATH, permit.told("path").asText());
        return book(permit).stream()
                .flatMap(texts -> texts.subjects(Timer.class).stream()
                        .filter(about -> about.startsWith(COMPLETED + " " + COMPLETED + "/"))
                        .flatMap(about -> texts.find(Timer.class, about, facts, day).rule().stream()))
                .toList();
    }
}
