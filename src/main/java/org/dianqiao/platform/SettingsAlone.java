package org.dianqiao.platform;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The settings that `serve` reads, for a verb that does not serve. */
public final class SettingsAlone {

    private SettingsAlone() {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    static class JustSettings {}

    public static Settings read(String... args) {
        try (ConfigurableApplicationContext context = context(args)) {
            return context.getBean(Settings.class);
        }
    }

    static ConfigurableApplicationContext context(String... args) {
        return new SpringApplicationBuilder(JustSettings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .listeners(Serve.sandboxByDatabase())
                .run(args);
    }
}
