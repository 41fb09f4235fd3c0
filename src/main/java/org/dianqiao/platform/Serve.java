package org.dianqiao.platform;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The verb `serve`. */
public final class Serve {

    private Serve() {}

    /** Returns when the gateway is ready. */
    public static ConfigurableApplicationContext run(String... args) {
        SpringApplication application = new SpringApplication(Gateway.class);
        application.addListeners((ApplicationEnvironmentPreparedEvent event) -> decideSandbox(event.getEnvironment()));
        return application.run(args);
    }

    /** Whoever gives a database means business: without a word on the sandbox there is none. */
    private static void decideSandbox(ConfigurableEnvironment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        Map<String, Object> decided = new HashMap<>();
        decided.put("dianqiao.sandbox", url.isBlank() ? "full" : "off");
        environment.getPropertySources().addLast(new MapPropertySource("sandbox-by-datasource", decided));
    }
}
