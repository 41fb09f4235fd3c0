package org.dianqiao.permit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.policy.Decision;
import org.dianqiao.policy.Permit;
import org.dianqiao.policy.Step;
import org.dianqiao.policy.Term;
import org.jspecify.annotations.Nullable;

/**
 * The way that a filing takes: the path that the pack gives it, or the other one that the rule leaves open.
 *
 * @param path one of exempt, commitment, filing, parallel, ordinary
 * @param startFrom the first day on which work may start, where the text says so
 */
record Course(Decision decision, Step path, @Nullable LocalDate startFrom) {

    /** None while a fact is missing. */
    static Optional<Course> of(Decision decision, Filing filing, WorkingDays days) {
        Permit.Instead instead =
                decision.rule().map(rule -> rule.outcome().instead()).orElse(null);
        if (instead != null && filing.takesTheOtherPath()) {
            LocalDate first = days.due(decision.on(), instead.lead()).orElse(null);
            return Optional.of(new Course(decision, instead.step(), first));
        }
        return decision.path().map(path -> new Course(decision, path, null));
    }

    /** Nobody needs to be asked. */
    boolean isDecidedAtOnce() {
        return path == Step.EXEMPT || path == Step.COMMITMENT || path == Step.FILING;
    }

    /** What the builder must promise in the filing. */
    List<Term> commitments() {
        return path == Step.COMMITMENT ? decision.commitments() : List.of();
    }

    /** What must be there for a certificate. A commitment that is given as such needs no letter beside it. */
    List<Term> papers() {
        return path == Step.FILING && decision.path().filter(path::equals).isPresent()
                ? decision.documents()
                : List.of();
    }
}
