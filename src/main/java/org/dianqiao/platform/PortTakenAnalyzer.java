package org.dianqiao.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which setting chooses another port, before Spring's own words do without it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        return new FailureAnalysis(
                "another program listens on port %d".formatted(cause.getPort()),
                "End it, or start with --server.port=%d or SERVER_PORT=%d in the environment."
                        .formatted(cause.getPort() + 1, cause.getPort() + 1),
                cause);
    }
}
