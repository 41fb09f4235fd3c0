package org.dianqiao.policy;

import java.util.List;

/** The closed list of papers that may be asked for in a stage 收资清单. Empty: none. */
public record Papers(Term stage, List<Term> documents) implements Outcome {

    @Override
    public String about() {
        return stage.code();
    }
}
