package org.dianqiao.platform;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The verb `serve`. */
public final class Serve {

    private static final Logger log = LoggerFactory.getLogger(Serve.class);

    /** The sandbox's own authority, and all that is looked for often, so that a visitor need not wait. */
    private static final Map<String, Object> IN_SANDBOX = Map.of(
            "dianqiao.timestamps.authorities[0].url", "http://127.0.0.1:9103",
            "dianqiao.timestamps.interval", "5s",
            "dianqiao.front.interval", "5s",
            "dianqiao.lists.interval", "5s");

    private Serve() {}

    /** Returns when the gateway is ready. */
    public static ConfigurableApplicationContext run(String... args) {
        SpringApplication application = new SpringApplication(Gateway.class);
        application.addListeners(sandboxByDatabase());
        ConfigurableApplicationContext gateway = application.run(args);
        log.info(
                "Ready. The console is at http://127.0.0.1:{}",
                gateway.getEnvironment().getProperty("local.server.port"));
        return gateway;
    }

    static ApplicationListener<ApplicationEnvironmentPreparedEvent> sandboxByDatabase() {
        return event -> decideSandbox(event.getEnvironment());
    }

    /** Whoever gives a database means business: without a word on the sandbox there is none. */
    private static void decideSandbox(ConfigurableEnvironment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        Map<String, Object> decided = new HashMap<>();
        decided.put("dianqiao.sandbox", url.isBlank() ? "full" : "off");
        environment.getPropertySources().addLast(new MapPropertySource("sandbox-by-datasource", decided));
        if ("full".equalsIgnoreCase(environment.getProperty("dianqiao.sandbox"))) {
            environment.getPropertySources().addLast(new MapPropertySource("sandbox-intervals", IN_SANDBOX));
        }
    }
}
