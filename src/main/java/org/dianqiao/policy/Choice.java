package org.dianqiao.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which words. Of a set: at least one of `anyOf` (if there are any), none of `noneOf`, nothing beside `only` (if it is
 * closed). A single word is a set of one.
 */
public record Choice(List<String> anyOf, List<String> noneOf, List<String> only, boolean closed)
        implements Requirement {

    @Override
    public Truth judge(Fact fact, Facts facts) {
        Set<String> words = facts.words(fact);
        return words == null ? Truth.UNKNOWN : Truth.of(holds(words));
    }

    private boolean holds(Set<String> words) {
        return (anyOf.isEmpty() || anyOf.stream().anyMatch(words::contains))
                && noneOf.stream().noneMatch(words::contains)
                && (!closed || only.containsAll(words));
    }

    /** Of a set: the largest one that both allow does what both demand, or none does. */
    @Override
    public boolean meets(Fact fact, Requirement other) {
        if (!(other instanceof Choice choice)) {
            return false;
        }
        Set<String> words = fact.words().keySet();
        if (fact.kind() == Fact.Kind.WORD) {
            return words.stream().map(Set::of).anyMatch(word -> holds(word) && choice.holds(word));
        }
        Set<String> largest = words.stream()
                .filter(word -> allows(word) && choice.allows(word))
                .collect(Collectors.toSet());
        return holds(largest) && choice.holds(largest);
    }

    private boolean allows(String word) {
        return !noneOf.contains(word) && (!closed || only.contains(word));
    }

    @Override
    public Wording words(Fact fact) {
        return new Wording(
                Stream.of(said("含", anyOf, fact, true), said("不含", noneOf, fact, true), limits(fact, true))
                        .filter(piece -> !piece.isEmpty())
                        .collect(Collectors.joining("，")),
                Stream.of(
                                said("any of ", anyOf, fact, false),
                                said("none of ", noneOf, fact, false),
                                limits(fact, false))
                        .filter(piece -> !piece.isEmpty())
                        .collect(Collectors.joining(", ")));
    }

    private String limits(Fact fact, boolean chinese) {
        if (!closed) {
            return "";
        }
        return only.isEmpty() ? (chinese ? "无" : "none") : said(chinese ? "仅限" : "only ", only, fact, chinese);
    }

    private static String said(String lead, List<String> words, Fact fact, boolean chinese) {
        return words.isEmpty()
                ? ""
                : words.stream()
                        .map(word -> fact.word(word).in(chinese))
                        .collect(Collectors.joining(chinese ? "、" : ", ", lead, ""));
    }
}
