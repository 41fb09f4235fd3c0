package org.dianqiao.permit;

import org.apache.camel.Body;
import org.dianqiao.exchange.Message;
import org.springframework.stereotype.Component;

/** What a department says: `routes/services/permit.decided.camel.yaml`. */
@Component
public class TaskSteps {

    private final Docket docket;

    TaskSteps(Docket docket) {
        this.docket = docket;
    }

    public void decided(@Body Message message) {
        docket.take(message);
    }
}
