package org.dianqiao.permit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.camel.Body;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.codes.Region;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Replied;
import org.dianqiao.files.Watched;
import org.dianqiao.policy.Decision;
import org.dianqiao.policy.DecisionJson;
import org.springframework.stereotype.Component;

/** What the permit routes call: `routes/services/permit.*.camel.yaml`. */
@Component
public class PermitSteps {

    private final Previews previews;
    private final Watched<CodeTables> tables;

    PermitSteps(Previews previews, Watched<CodeTables> tables) {
        this.previews = previews;
        this.tables = tables;
    }

    public Replied preview(@Body Message query) {
        Decision decision = previews.of(query.payload()).orElseThrow(() -> Refused.violating("/on", "没有当日生效的策略包"));
        Region region = Region.of(query.payload().path("regionCode").asText());
        ObjectNode told = DecisionJson.of(decision);
        if (tables.current().divisions().find(region).isEmpty()) {
            told.withArray("reasons").add(unknown(region, decision));
        }
        return Replied.json(told);
    }

    /** Development zones have such codes; a mistyped code looks the same. */
    private static String unknown(Region region, Decision decision) {
        return "行政区划 " + region.text() + " 不在区划表中，按策略包“"
                + decision.book().pack().title().zh() + "”判定，请核对代码。";
    }
}
