package org.dianqiao.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianqiao.exchange.Contracts.Violation;
import org.dianqiao.exchange.Refused;
import org.dianqiao.policy.Book;
import org.dianqiao.policy.Duty;
import org.dianqiao.policy.Fact;
import org.dianqiao.policy.Facts;
import org.dianqiao.policy.Found;
import org.dianqiao.policy.Papers;
import org.dianqiao.policy.Rule;
import org.dianqiao.policy.Term;

/**
 * What the packs let a utility ask of a customer at a stage 收资清单, and what they take off it. Who wants more must say why: a
 * circumstance that would allow more papers and is not stated is taken as not given.
 *
 * @param assumed what was not stated
 * @param list absent where the packs have none for the stage: then nothing may be asked
 */
record Allowance(Book book, LocalDate day, String stage, Facts facts, List<Fact> assumed, Optional<Rule<Papers>> list) {

    /** A paper that counts as much as one of the list, and by which rule. */
    record Substitute(String paper, String document, Rule<Duty> rule) {}

    private static final String NO_MORE = "no-extra-demands";

    static Allowance of(Book book, Enquiry enquiry, LocalDate day) {
        Facts facts = enquiry.facts().and(Fact.FETCHED_ONLINE, false);
        return settled(book, day, enquiry.stage(), facts, List.of());
    }

    private static Allowance settled(Book book, LocalDate day, String stage, Facts facts, List<Fact> assumed) {
        Found<Papers> found = book.find(Papers.class, stage, facts, day);
        List<Fact> flags = found.missing().stream()
                .filter(fact -> fact.kind() == Fact.Kind.FLAG)
                .toList();
        if (flags.isEmpty()) {
            requireStated(found.missing());
            return new Allowance(book, day, stage, facts, assumed, found.rule());
        }
        Facts more = facts;
        List<Fact> taken = new ArrayList<>(assumed);
        for (Fact flag : flags) {
            more = more.and(flag, false);
            taken.add(flag);
        }
        return settled(book, day, stage, more, taken);
    }

    private static void requireStated(List<Fact> missing) {
        if (!missing.isEmpty()) {
            throw Refused.violating(missing.stream()
                    .map(fact -> new Violation(
                            "/" + fact.written(), "须说明" + fact.title().zh() + "，才能判定可以收取的资料"))
                    .toList());
        }
    }

    Set<String> required() {
        return codes(list.map(rule -> rule.outcome().documents()).orElse(List.of()));
    }

    /** The rule that asks for nothing once all was obtained online 免证. */
    Optional<? extends Rule<?>> online() {
        return book.find(Papers.class, stage, facts.and(Fact.FETCHED_ONLINE, true), day)
                .rule()
                .filter(rule -> rule.outcome().documents().isEmpty());
    }

    /** The rule by which nothing is asked beyond the list. */
    Optional<? extends Rule<?>> ban() {
        Optional<Rule<Duty>> ban = book.find(Duty.class, NO_MORE, facts, day).rule();
        return ban.isPresent() ? ban : list;
    }

    Optional<Rule<Duty>> fetched(String document) {
        return reliefs().stream()
                .filter(rule -> names(rule.outcome().relief().fetched(), document))
                .findFirst();
    }

    Optional<Rule<Duty>> onFile(String document) {
        return reliefs().stream()
                .filter(rule -> names(rule.outcome().relief().onFile(), document))
                .findFirst();
    }

    /** The rule by which all that is missing may come later. */
    Optional<Rule<Duty>> later(Collection<String> missing) {
        return reliefs().stream()
                .filter(rule -> codes(rule.outcome().relief().later()).containsAll(missing))
                .findFirst();
    }

    /** Which of the papers offered weighs as much. */
    Optional<Substitute> instead(String document, Set<String> offered) {
        return reliefs().stream()
                .flatMap(rule -> rule.outcome().relief().instead().entrySet().stream()
                        .filter(each -> each.getKey().code().equals(document))
                        .flatMap(each -> codes(each.getValue()).stream())
                        .filter(offered::contains)
                        .map(paper -> new Substitute(paper, document, rule)))
                .findFirst();
    }

    private List<Rule<Duty>> reliefs() {
        return book.subjects(Duty.class).stream()
                .flatMap(subject -> book.every(Duty.class, subject, facts, day).stream())
                .toList();
    }

    private static boolean names(List<Term> terms, String document) {
        return codes(terms).contains(document);
    }

    private static Set<String> codes(List<Term> terms) {
        return terms.stream().map(Term::code).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
