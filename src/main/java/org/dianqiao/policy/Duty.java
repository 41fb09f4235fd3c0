package org.dianqiao.policy;

import java.util.List;

/**
 * What must always, or never, be done.
 *
 * @param terms what it is about: the fees that may not be charged, the hotlines that are published together
 * @param relief what it takes off the list of papers
 */
public record Duty(Term subject, List<Term> terms, Relief relief) implements Outcome {

    @Override
    public String about() {
        return subject.code();
    }
}
