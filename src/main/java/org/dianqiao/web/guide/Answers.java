package org.dianqiao.web.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dianqiao.policy.Book;
import org.dianqiao.policy.Fact;
import org.dianqiao.policy.Facts;
import org.dianqiao.policy.Found;
import org.dianqiao.policy.Outcome;
import org.dianqiao.policy.Rule;

/**
 * All that a pack answers of one kind.
 *
 * @param missing what must be stated before the rest of it can be told
 */
public record Answers<O extends Outcome>(List<Rule<O>> rules, Set<Fact> missing) {

    static <O extends Outcome> Answers<O> of(Class<O> kind, Book book, Facts facts, LocalDate day) {
        List<Found<O>> found = book.subjects(kind).stream()
                .map(about -> book.find(kind, about, facts, day))
                .toList();
        Set<Fact> missing = new TreeSet<>();
        found.stream().filter(each -> each.rule().isEmpty()).forEach(each -> missing.addAll(each.missing()));
        return new Answers<>(
                found.stream()
                        .flatMap(each -> each.rule().stream())
                        .sorted(Order.OF_THE_PROCESS)
                        .toList(),
                missing);
    }

    public boolean none() {
        return rules.isEmpty() && missing.isEmpty();
    }
}
