package org.dianqiao.verification;

import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Replied;
import org.springframework.stereotype.Component;

/** What the routes of questions about a holder 持证主体 call last. */
@Component
public class HolderSteps {

    private final ObtainedAnswers answers;

    HolderSteps(ObtainedAnswers answers) {
        this.answers = answers;
    }

    public Replied remember(@Body Replied replied, @ExchangeProperty("query") Message query) {
        return answers.remembering(replied, query, LicenceSteps.reply(replied));
    }
}
