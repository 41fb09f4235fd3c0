package org.dianqiao.platform;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.dianqiao.sandbox.Sandbox;
import org.dianqiao.sandbox.Temper;
import org.dianqiao.sandbox.Tempers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the simulated outside systems once the gateway answers, and has them play the story. */
@Component
@ConditionalOnProperty(name = "dianqiao.sandbox", havingValue = "full")
class SandboxStart {

    private static final Logger log = LoggerFactory.getLogger(SandboxStart.class);

    private final Settings settings;
    private final ServletWebServerApplicationContext server;
    private final Map<String, Temper> tempers;
    private @Nullable Sandbox sandbox;

    SandboxStart(
            Settings settings,
            ServletWebServerApplicationContext server,
            @Value("${dianqiao.sandbox-departments:}") List<String> departments) {
        this.settings = settings;
        this.server = server;
        this.tempers = tempers(departments);
    }

    private static Map<String, Temper> tempers(List<String> departments) {
        try {
            return Tempers.of(departments);
        } catch (IllegalArgumentException e) {
            throw new CannotStart("DIANQIAO_SANDBOX_DEPARTMENTS: " + e.getMessage(), e);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void play() {
        int port = server.getWebServer().getPort();
        try {
            sandbox = Sandbox.start(settings.sandboxKeys(), URI.create("http://127.0.0.1:" + port), tempers);
            sandbox.play();
        } catch (UncheckedIOException e) {
            log.error("The gateway goes on without simulated partners: {}", e.getMessage());
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
