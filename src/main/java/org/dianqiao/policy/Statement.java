package org.dianqiao.policy;

import java.util.Set;

/** What must be stated of a yes or no. `NOT_DENIED` is met by who states nothing, where nothing need be stated. */
public record Statement(Set<Said> allowed) implements Requirement {

    public enum Said {
        TRUE,
        FALSE,
        NOTHING
    }

    static final Statement TRUE = new Statement(Set.of(Said.TRUE));
    static final Statement FALSE = new Statement(Set.of(Said.FALSE));
    static final Statement NOT_DENIED = new Statement(Set.of(Said.TRUE, Said.NOTHING));

    @Override
    public Truth judge(Fact fact, Facts facts) {
        Boolean flag = facts.flag(fact);
        if (flag != null) {
            return Truth.of(allowed.contains(flag ? Said.TRUE : Said.FALSE));
        }
        return fact.optional() ? Truth.of(allowed.contains(Said.NOTHING)) : Truth.UNKNOWN;
    }

    @Override
    public boolean meets(Fact fact, Requirement other) {
        return other instanceof Statement statement && allowed.stream().anyMatch(statement.allowed::contains);
    }

    @Override
    public Wording words(Fact fact) {
        if (allowed.contains(Said.NOTHING)) {
            return new Wording("未声明否", "not denied");
        }
        return allowed.contains(Said.TRUE) ? new Wording("是", "yes") : new Wording("否", "no");
    }
}
