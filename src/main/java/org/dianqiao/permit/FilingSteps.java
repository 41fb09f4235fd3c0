package org.dianqiao.permit;

import org.apache.camel.Body;
import org.dianqiao.exchange.Message;
import org.springframework.stereotype.Component;

/** What a filer says: `routes/services/permit.{filed,supplemented,withdrawn}.camel.yaml` and `works.completed.camel.yaml`. */
@Component
public class FilingSteps {

    private final Window window;
    private final FollowUps followUps;

    FilingSteps(Window window, FollowUps followUps) {
        this.window = window;
        this.followUps = followUps;
    }

    public void filed(@Body Message message) {
        window.accept(message);
    }

    public void supplemented(@Body Message message) {
        followUps.supplement(message);
    }

    public void withdrawn(@Body Message message) {
        followUps.withdraw(message);
    }

    public void completed(@Body Message message) {
        followUps.complete(message);
    }
}
