package org.dianqiao.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
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
        return IntStream.range(0, papers.size())
                .mapToObj(i -> part(papers.path(i), "/documents/" + i, parts))
                .flatMap(Optional::stream)
                .toList();
    }

    public static Optional<Violation> part(JsonNode paper, String at, List<Part> parts) {
        String name = paper.path("part").asText();
        boolean there = parts.stream().skip(1).anyMatch(part -> part.name().equals(name));
        return name.isEmpty() || there
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
