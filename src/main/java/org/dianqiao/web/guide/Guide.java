package org.dianqiao.web.guide;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianqiao.policy.Book;
import org.dianqiao.policy.Duty;
import org.dianqiao.policy.Fact;
import org.dianqiao.policy.Investment;
import org.dianqiao.policy.Links;
import org.dianqiao.policy.Outcome;
import org.dianqiao.policy.Pack;
import org.dianqiao.policy.Papers;
import org.dianqiao.policy.Permit;
import org.dianqiao.policy.Rule;
import org.dianqiao.policy.Stages;
import org.dianqiao.policy.Timer;
import org.dianqiao.policy.Warnings;
import org.dianqiao.policy.Wording;

/** A service guide 服务指南: what a pack says on a day with all that it inherits, in the order in which it is asked. */
public record Guide(Book book, LocalDate day) {

    private static final String FEES = "fees";
    private static final String HOTLINES = "hotlines";

    /** What may be crossed, and who is asked for it. */
    public record Crossing(Wording name, List<Permit.Task> owners) {}

    public Pack pack() {
        return book.pack();
    }

    public List<Rule<Permit>> paths() {
        return inForce(Permit.class).toList();
    }

    public List<Rule<Stages>> stages(String clock) {
        return inForce(Stages.class)
                .filter(rule -> rule.outcome().clock().written().equals(clock))
                .sorted(Order.OF_THE_PROCESS)
                .toList();
    }

    public List<Rule<Links>> links() {
        return inForce(Links.class).toList();
    }

    public List<Rule<Papers>> papers() {
        return inForce(Papers.class).sorted(Order.OF_THE_PROCESS).toList();
    }

    public List<Rule<Investment>> investment() {
        return inForce(Investment.class).toList();
    }

    public List<Rule<Timer>> timers() {
        return inForce(Timer.class).toList();
    }

    public List<Rule<Warnings>> warnings() {
        return inForce(Warnings.class).toList();
    }

    public List<Rule<Duty>> fees() {
        return about(FEES).toList();
    }

    /** The service and the supervision hotline, together 同步、同对象公布. */
    public List<Rule<Duty>> hotlines() {
        return about(HOTLINES).toList();
    }

    public List<Rule<Duty>> duties() {
        return inForce(Duty.class)
                .filter(rule -> !Set.of(FEES, HOTLINES).contains(rule.outcome().about()))
                .toList();
    }

    public List<Crossing> crossings() {
        return Fact.CROSSINGS.words().entrySet().stream()
                .map(word -> new Crossing(word.getValue(), book.owners(word.getKey())))
                .filter(crossing -> !crossing.owners().isEmpty())
                .toList();
    }

    /** The texts that the pack and those above it cite, the nearest first. */
    public Set<Pack.Text> texts() {
        return book.chain().stream()
                .flatMap(pack -> pack.texts().stream())
                .filter(text -> !text.effective().from().isAfter(day))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Rule<Duty>> about(String subject) {
        return inForce(Duty.class).filter(rule -> rule.outcome().about().equals(subject));
    }

    private <O extends Outcome> Stream<Rule<O>> inForce(Class<O> kind) {
        return book.rules(kind).stream().filter(rule -> rule.effective().covers(day));
    }
}
