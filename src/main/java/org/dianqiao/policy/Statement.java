package org.dianqiao.policy;

/** What must be stated of a yes or no. */
record Statement(boolean asked) implements Requirement {

    static final Statement TRUE = new Statement(true);
    static final Statement FALSE = new Statement(false);

    @Override
    public Truth judge(Fact fact, Facts facts) {
        Boolean flag = facts.flag(fact);
        if (flag == null && !fact.optional()) {
            return Truth.UNKNOWN;
        }
        return Truth.of((flag != null && flag) == asked);
    }

    @Override
    public boolean meets(Fact fact, Requirement other) {
        return equals(other);
    }

    @Override
    public Wording words(Fact fact) {
        return asked ? new Wording("是", "yes") : new Wording("否", "no");
    }
}
