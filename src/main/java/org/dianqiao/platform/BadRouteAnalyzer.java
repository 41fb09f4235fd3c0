package org.dianqiao.platform;

import org.apache.camel.spring.boot.CamelSpringBootInitializationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A route file that Camel cannot read: its name stands in one of the causes, line and reason in the last. */
class BadRouteAnalyzer extends AbstractFailureAnalyzer<CamelSpringBootInitializationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, CamelSpringBootInitializationException cause) {
        StringBuilder story = new StringBuilder();
        for (Throwable why = cause.getCause(); why != null; why = why.getCause()) {
            String message = String.valueOf(why.getMessage()).strip();
            if (story.indexOf(message) < 0) {
                story.append(message).append('\n');
            }
        }
        return new FailureAnalysis(story.toString(), "Mend the route file named above and start again.", cause);
    }
}
