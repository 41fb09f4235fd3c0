package org.dianqiao.policy;

/** What a rule asks of one fact. Every kind can tell whether it is met, and whether it could be met together with another. */
public sealed interface Requirement permits Bounds, Choice, Statement {

    Truth judge(Fact fact, Facts facts);

    /** Whether some value meets both; a number may be any. Two rules overlap if and only if this holds for each fact. */
    boolean meets(Fact fact, Requirement other);

    /** As a page and a reason say it, after the fact's name. */
    Wording words(Fact fact);
}
