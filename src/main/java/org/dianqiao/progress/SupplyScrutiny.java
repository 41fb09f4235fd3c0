package org.dianqiao.progress;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.exchange.Contracts.Violation;
import org.dianqiao.exchange.Missing;
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
        Missing.division(payload, "/site/regionCode", tables.current().divisions())
                .ifPresent(faults::add);
        faults.addAll(Missing.parts(payload, parts));
        return faults;
    }
}
