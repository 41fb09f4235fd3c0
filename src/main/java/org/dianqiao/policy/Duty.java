package org.dianqiao.policy;

import java.util.List;

/**
 * What must always, or never, be done.
 *
 * @param terms what it is about: the fees that may not be charged, the hotlines that are published together
 */
public record Duty(Term subject, List<Term> terms) implements Outcome {

    @Override
    public String about() {
        return subject.code();
    }
}
