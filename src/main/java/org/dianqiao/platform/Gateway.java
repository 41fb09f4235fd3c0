package org.dianqiao.platform;

import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application. Camel's HTTP engine is ours: {@link org.dianqiao.exchange.Porch}. */
@SpringBootApplication(
        scanBasePackages = "org.dianqiao",
        exclude = {SpringBootPlatformHttpAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@ConfigurationPropertiesScan("org.dianqiao")
public class Gateway {}
