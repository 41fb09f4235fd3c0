package org.dianqiao.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dianqiao.codes.Divisions;
import org.dianqiao.codes.Region;
import org.dianqiao.exchange.Contracts.Violation;

/** What a payload names and nobody has. */
public final class Missing {

    private Missing() {}

    /** Papers 材料 of its list whose part the message does not have. */
    public static List<Violation> parts(JsonNode payload, List<Part> parts) {
        JsonNode papers = payload.path("documents");
        Set<String> there = names(parts);
        return IntStream.range(0, papers.size())
                .mapToObj(i -> part(papers.path(i), "/documents/" + i, there))
                .flatMap(Optional::stream)
                .toList();
    }

    public static Optional<Violation> part(JsonNode paper, String at, List<Part> parts) {
        return part(paper, at, names(parts));
    }

    /** The first is the payload itself. */
    private static Set<String> names(List<Part> parts) {
        return parts.stream().skip(1).map(Part::name).collect(Collectors.toSet());
    }

    private static Optional<Violation> part(JsonNode paper, String at, Set<String> there) {
        String name = paper.path("part").asText();
        return name.isEmpty() || there.contains(name)
                ? Optional.empty()
                : Optional.of(new Violation(at + "/part", "报文清单中没有名为 " + name + " 的部件"));
    }

    /** A division that certainly is none. */
    public static Optional<Violation> division(JsonNode payload, String at, Divisions divisions) {
        String code = payload.at(at).asText();
        boolean lacking = !Region.check(code).isWrong() && divisions.lacks(Region.of(code));
        return lacking ? Optional.of(new Violation(at, "行政区划表中没有 " + code)) : Optional.empty();
    }
}
