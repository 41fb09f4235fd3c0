package org.dianqiao.web.guide;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dianqiao.policy.Book;
import org.dianqiao.policy.Duty;
import org.dianqiao.policy.OutcomeWords;
import org.dianqiao.policy.Pack;
import org.dianqiao.policy.Rule;
import org.dianqiao.policy.Section;
import org.dianqiao.policy.Wording;

/** One rule in the operators' table, and where it stands. */
public record RuleLine(Pack pack, Rule<?> rule) {

    /** All rules of a pack: its own first, then those that it inherits. */
    static List<RuleLine> of(Book book) {
        return book.chain().stream()
                .flatMap(pack -> book.rules(pack).stream().map(rule -> new RuleLine(pack, rule)))
                .toList();
    }

    public Wording section() {
        return Section.of(rule.outcome()).title();
    }

    /** What follows; of a duty that names nothing single, its sentence. */
    public Wording outcome() {
        return rule.outcome() instanceof Duty duty && duty.terms().isEmpty()
                ? rule.says()
                : OutcomeWords.of(rule.outcome());
    }

    /** `henan.yaml:42`. */
    public String place() {
        return pack.file().getFileName() + ":" + rule.line();
    }

    boolean mentions(String text) {
        String sought = text.toLowerCase(Locale.ROOT);
        return Stream.of(
                        rule.id(),
                        section().zh(),
                        section().en(),
                        rule.says().zh(),
                        rule.says().en(),
                        outcome().zh(),
                        outcome().en(),
                        rule.citation().document(),
                        rule.citation().clause(),
                        place())
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(sought));
    }
}
