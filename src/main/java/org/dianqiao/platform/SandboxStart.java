package org.dianqiao.platform;

import java.net.URI;
import org.dianqiao.sandbox.Sandbox;
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

    private final Settings settings;
    private final ServletWebServerApplicationContext server;
    private @org.jspecify.annotations.Nullable Sandbox sandbox;

    SandboxStart(Settings settings, ServletWebServerApplicationContext server) {
        this.settings = settings;
        this.server = server;
    }

    @EventListener(ApplicationReadyEvent.class)
    void play() {
        int port = server.getWebServer().getPort();
        sandbox = Sandbox.start(settings.sandboxKeys(), URI.create("http://127.0.0.1:" + port));
        sandbox.play();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
