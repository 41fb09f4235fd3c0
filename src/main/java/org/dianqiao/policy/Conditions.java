package org.dianqiao.policy;

import java.util.EnumMap;
import java.util.Map;

/** Reads what a rule asks. */
final class Conditions {

    private Conditions() {}

    /** Of what is asked before there is a path. */
    static Condition beforeThePath(Place when) {
        if (when.present() && when.at(Fact.PATH.written()).present()) {
            when.at(Fact.PATH.written()).fault("only timers may ask for the path");
        }
        return read(when);
    }

    static Condition read(Place when) {
        if (!when.present()) {
            return Condition.ALWAYS;
        }
        Map<Fact, Requirement> asked = new EnumMap<>(Fact.class);
        when.names().forEach(name -> Fact.named(name)
                .ifPresentOrElse(fact -> asked.put(fact, requirement(fact, when.at(name))), () -> when.at(name)
                        .fault("`" + name + "` is not a fact")));
        return new Condition(asked);
    }

    private static Requirement requirement(Fact fact, Place at) {
        return switch (fact.kind()) {
            case NUMBER -> bounds(at);
            case FLAG -> at.node().booleanValue() ? Statement.TRUE : Statement.FALSE;
            case WORD, SET -> choice(fact, at);
        };
    }

    private static Requirement bounds(Place at) {
        Bounds bounds = new Bounds(at.number("min"), at.number("over"), at.number("max"), at.number("under"));
        if (bounds.corners().stream().anyMatch(bound -> bound.isInfinite())) {
            at.fault("no number is so large");
        }
        if (!bounds.meets(Fact.VOLTAGE, bounds)) {
            at.fault("no number lies within these bounds");
        }
        return bounds;
    }

    private static Requirement choice(Fact fact, Place at) {
        Choice choice = new Choice(
                at.texts("anyOf"),
                at.texts("noneOf"),
                at.texts("only"),
                at.at("only").present());
        if (!choice.meets(fact, choice)) {
            at.fault("nothing can meet this");
        }
        return choice;
    }
}
