package org.dianqiao.platform;

import java.util.List;
import org.dianqiao.calendar.Calendars;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.files.Watched;
import org.dianqiao.policy.Policies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the texts say, which days the offices work, and what codes mean: files that are taken up when they change. */
@Configuration(proxyBeanMethods = false)
class PolicyBeans {

    @Bean
    Watched<Policies> policies(Settings settings) {
        var folder = settings.mappings().resolve("policies");
        return new Watched<>(List.of(folder), () -> Policies.read(folder));
    }

    @Bean
    Watched<Calendars> calendars(Settings settings) {
        var folder = settings.mappings().resolve("calendars");
        return new Watched<>(List.of(folder), () -> Calendars.read(folder));
    }

    @Bean
    Watched<CodeTables> codeTables(Settings settings) {
        var folder = settings.mappings().resolve("codes");
        return new Watched<>(List.of(folder), () -> CodeTables.read(folder));
    }
}
