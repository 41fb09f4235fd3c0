package org.dianqiao.progress;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.codes.Region;
import org.dianqiao.exchange.Contracts.Violation;
import org.dianqiao.exchange.Part;
import org.dianqiao.exchange.Scrutiny;
import org.dianqiao.files.Watched;
import org.springframework.stereotype.Component;

/** What is wrong with an application beyond its form: nobody knows the division, a paper is named that is not there. */
@Component
class SupplyScrutiny implements Scrutiny {

    private final Watched<CodeTables> tables;

    SupplyScrutiny(Watched<CodeTables> tables) {
        this.tables = tables;
    }

    @Override
    public String service() {
        return "supply.applied";
    }

    @Override
    public List<Violation> faults(JsonNode payload, List<Part> parts) {
        List<Violation> faults = new ArrayList<>();
        String region = payload.at("/site/regionCode").asText();
        if (!Region.check(region).isWrong() && tables.current().divisions().lacks(Region.of(region))) {
            faults.add(new Violation("/site/regionCode", "行政区划表中没有 " + region));
        }
        absentParts(payload.path("documents"), parts, faults);
        return faults;
    }

    private static void absentParts(JsonNode documents, List<Part> parts, List<Violation> faults) {
        Set<String> there = parts.stream().skip(1).map(Part::name).collect(Collectors.toSet());
        for (int i = 0; i < documents.size(); i++) {
            JsonNode part = documents.path(i).path("part");
            if (part.isTextual() && !there.contains(part.asText())) {
                faults.add(new Violation("/documents/" + i + "/part", "报文中没有这个部件"));
            }
        }
    }
}
