package org.dianqiao.platform;

import java.util.List;
import org.dianqiao.calendar.Calendars;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.codes.Mappings;
import org.dianqiao.files.Watched;
import org.dianqiao.policy.Policies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the texts say, when offices work, what codes mean, how others say it: taken up when their files change. */
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

    @Bean
    Watched<Mappings> mappings(Settings settings, Watched<CodeTables> codeTables) {
        var folder = settings.mappings().resolve("dialects");
        return new Watched<>(List.of(folder), () -> Mappings.read(folder, codeTables::current));
    }
}
