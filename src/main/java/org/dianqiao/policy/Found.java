package org.dianqiao.policy;

import java.util.List;
import java.util.Optional;
import org.dianqiao.policy.Book.Passed;
import org.jspecify.annotations.Nullable;

/** What was found: a rule; or the facts without which nobody can tell; or that nothing is said. */
public final class Found<O extends Outcome> {

    private final @Nullable Rule<O> rule;
    private final List<Passed> passed;
    private final List<Fact> missing;

    Found(@Nullable Rule<O> rule, List<Passed> passed, List<Fact> missing) {
        this.rule = rule;
        this.passed = passed;
        this.missing = missing;
    }

    public Optional<Rule<O>> rule() {
        return Optional.ofNullable(rule);
    }

    public List<Fact> missing() {
        return missing;
    }

    List<Passed> passed() {
        return passed;
    }
}
