package org.dianqiao.verification;

import org.springframework.stereotype.Component;

/** Called by the clock: what goes on with nobody's application any more is forgotten. */
@Component
public class ObtainedAnswerWatch {

    private final ObtainedAnswers answers;

    ObtainedAnswerWatch(ObtainedAnswers answers) {
        this.answers = answers;
    }

    public void erase() {
        answers.forget();
    }
}
