package org.dianqiao.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a rule applies: everything that it asks must be met. Without anything asked it always applies. */
public record Condition(Map<Fact, Requirement> requirements) {

    static final Condition ALWAYS = new Condition(Map.of());
    private static final Judged YES = new Judged(Truth.YES, List.of());

    /**
     * How facts stand to a condition.
     *
     * @param facts of a NO the first that is otherwise; of an UNKNOWN all that are missing
     */
    public record Judged(Truth truth, List<Fact> facts) {}

    public Condition {
        EnumMap<Fact, Requirement> copy = new EnumMap<>(Fact.class);
        copy.putAll(requirements);
        requirements = Collections.unmodifiableMap(copy);
    }

    /** A NO stands whatever else is missing. */
    Judged judge(Facts facts) {
        List<Fact> missing = null;
        for (Entry<Fact, Requirement> asked : requirements.entrySet()) {
            Truth truth = asked.getValue().judge(asked.getKey(), facts);
            if (truth == Truth.NO) {
                return new Judged(Truth.NO, List.of(asked.getKey()));
            }
            missing = truth == Truth.UNKNOWN ? more(missing, asked.getKey()) : missing;
        }
        return missing == null ? YES : new Judged(Truth.UNKNOWN, missing);
    }

    private static List<Fact> more(@Nullable List<Fact> missing, Fact fact) {
        List<Fact> facts = missing == null ? new ArrayList<>() : missing;
        facts.add(fact);
        return facts;
    }

    /** Whether some facts meet both. */
    boolean overlaps(Condition other) {
        return requirements.entrySet().stream().allMatch(asked -> other.of(asked.getKey())
                .map(theirs -> asked.getValue().meets(asked.getKey(), theirs))
                .orElse(true));
    }

    Optional<Requirement> of(Fact fact) {
        return Optional.ofNullable(requirements.get(fact));
    }

    /** Everything that is asked, a line each. */
    public List<Wording> words() {
        return requirements.entrySet().stream()
                .map(asked -> asked.getKey()
                        .title()
                        .then(gap(asked.getValue()))
                        .then(asked.getValue().words(asked.getKey())))
                .toList();
    }

    private static Wording gap(Requirement requirement) {
        return requirement instanceof Statement ? new Wording("：", ": ") : new Wording("", " ");
    }
}
