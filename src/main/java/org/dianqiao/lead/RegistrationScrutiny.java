package org.dianqiao.lead;

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

/** What is wrong with a registration beyond its form: nobody knows the division, or the enterprise has gone, not come. */
@Component
class RegistrationScrutiny implements Scrutiny {

    private final Watched<CodeTables> tables;

    RegistrationScrutiny(Watched<CodeTables> tables) {
        this.tables = tables;
    }

    @Override
    public String service() {
        return "enterprise.registered";
    }

    @Override
    public List<Violation> faults(JsonNode payload, List<Part> parts) {
        List<Violation> faults = new ArrayList<>();
        Missing.division(payload, "/site/regionCode", tables.current().divisions())
                .ifPresent(faults::add);
        String status = payload.path("status").asText("active");
        if (!status.equals("active")) {
            faults.add(new Violation("/status", "不是新设登记，登记状态为 " + status + "，不派发线索"));
        }
        return faults;
    }
}
