package org.dianqiao.platform;

import org.dianqiao.exchange.TurnedAway;
import org.dianqiao.upload.TusDoor;
import org.dianqiao.upload.Uploads;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The door for large parts, before that of the messages. */
@Configuration(proxyBeanMethods = false)
class UploadBeans {

    @Bean
    FilterRegistrationBean<TusDoor> tusDoor(Uploads uploads, TurnedAway turnedAway) {
        FilterRegistrationBean<TusDoor> registration = new FilterRegistrationBean<>(new TusDoor(uploads, turnedAway));
        registration.addUrlPatterns("/exchange/v1/uploads/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
