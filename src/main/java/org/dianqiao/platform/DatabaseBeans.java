package org.dianqiao.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The database: our own, unless one is given. */
@Configuration(proxyBeanMethods = false)
class DatabaseBeans {

    /** Also where the database is somebody else's: what is spooled and who we are stands in the folder. */
    @Bean(destroyMethod = "close")
    FolderLock data(Settings settings) {
        return FolderLock.take(settings.data());
    }

    /** Migrations grant to the role with which the gateway works. */
    @Bean
    FlywayConfigurationCustomizer grantToOurRole(DataSource gateway) {
        String role = JdbcClient.create(gateway)
                .sql("SELECT current_user")
                .query(String.class)
                .single();
        return flyway -> flyway.placeholders(Map.of("role", role));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${spring.datasource.url:}' == ''")
    static class OurOwn {

        @Bean(destroyMethod = "close")
        EmbeddedDatabase embeddedDatabase(FolderLock data) {
            return EmbeddedDatabase.start(data);
        }

        @Bean
        @Primary
        @ConfigurationProperties("spring.datasource.hikari")
        HikariDataSource dataSource(EmbeddedDatabase database) {
            return DataSourceBuilder.create()
                    .type(HikariDataSource.class)
                    .url(database.url())
                    .username(database.user())
                    .password(database.password())
                    .build();
        }

        /** The owner of the tables is somebody else than the one who fills them. */
        @Bean
        @FlywayDataSource
        DataSource ownerDataSource(EmbeddedDatabase database) {
            return DataSourceBuilder.create()
                    .type(SimpleDriverDataSource.class)
                    .url(database.url())
                    .username(database.ownerUser())
                    .password(database.ownerPassword())
                    .driverClassName("org.postgresql.Driver")
                    .build();
        }
    }
}
