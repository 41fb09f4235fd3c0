package org.dianqiao.policy;

/** What a rule says when it applies. Each kind answers one question. */
public sealed interface Outcome permits Permit, Stages, Links, Papers, Investment, Timer, Warnings, Duty {

    /** What distinguishes two questions of the same kind: the clock of periods, the stage of papers. */
    default String about() {
        return "";
    }

    /** Of two rules of one jurisdiction the one with the lower number is asked first. */
    default int order() {
        return 0;
    }
}
