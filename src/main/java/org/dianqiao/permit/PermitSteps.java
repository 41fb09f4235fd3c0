package org.dianqiao.permit;

import java.nio.charset.StandardCharsets;
import org.apache.camel.Body;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Replied;
import org.dianqiao.policy.DecisionJson;
import org.springframework.stereotype.Component;

/** What the permit routes call: `routes/services/permit.*.camel.yaml`. */
@Component
public class PermitSteps {

    private final Previews previews;

    PermitSteps(Previews previews) {
        this.previews = previews;
    }

    public Replied preview(@Body Message query) {
        return previews.of(query.payload())
                .map(DecisionJson::of)
                .map(decision -> Replied.json(decision.toString().getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> Refused.violating("/on", "没有当日生效的策略包"));
    }
}
