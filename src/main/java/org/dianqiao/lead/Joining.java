package org.dianqiao.lead;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Leads that turn out to be one. Two projects stay two, though they have one owner and one site; so do two units in one
 * building, and two leads for each of which supply was applied for.
 *
 * @param one with everything that was told of any
 * @param before the one that was spoken of, as it was
 * @param younger those that it takes in
 */
record Joining(Lead one, Lead before, List<Lead> younger) {

    private static final Comparator<Lead> BY_AGE =
            Comparator.comparing(Lead::receivedAt).thenComparing(Lead::leadNo);

    /** Nothing where none of them is meant. The project's own is, else the oldest. `site`: of which is spoken. */
    static Optional<Joining> of(List<Lead> candidates, @Nullable String projectCode, JsonNode site) {
        Optional<Lead> own = candidates.stream()
                .filter(lead -> projectCode != null && projectCode.equals(lead.projectCode()))
                .findFirst();
        List<Lead> fitting = candidates.stream()
                .filter(lead -> own.filter(lead::equals).isPresent() || fits(units(lead), units(site)))
                .sorted(BY_AGE)
                .toList();
        return own.or(() -> fitting.stream().findFirst()).map(meant -> of(meant, fitting));
    }

    private static Joining of(Lead meant, List<Lead> fitting) {
        List<Lead> joined = new ArrayList<>(List.of(meant));
        for (Lead lead : fitting) {
            if (joined.stream().allMatch(other -> !other.leadNo().equals(lead.leadNo()) && mayBeOne(other, lead))) {
                joined.add(lead);
            }
        }
        joined.sort(BY_AGE);
        Lead one = joined.stream().reduce(Lead::and).orElseThrow();
        return new Joining(one, meant, List.copyOf(joined.subList(1, joined.size())));
    }

    private static boolean mayBeOne(Lead one, Lead other) {
        return agree(one.projectCode(), other.projectCode())
                && agree(one.applicationNo(), other.applicationNo())
                && fits(units(one), units(other));
    }

    /** One of the two is not known, or they are the same. */
    static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }

    private static boolean fits(Set<String> units, Set<String> others) {
        return units.isEmpty() || others.isEmpty() || !Collections.disjoint(units, others);
    }

    private static Set<String> units(Lead lead) {
        return lead.told().tellers().stream()
                .map(origin -> lead.told().telling(origin).orElseThrow().path("site"))
                .flatMap(site -> units(site).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> units(JsonNode site) {
        return site.hasNonNull("unitNo") ? Set.of(site.path("unitNo").asText().replace(" ", "")) : Set.of();
    }
}
