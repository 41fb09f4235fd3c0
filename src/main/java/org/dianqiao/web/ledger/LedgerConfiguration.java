package org.dianqiao.web.ledger;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger is open to all: {@link ForeignScripts} stands before it, no login does. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    FilterRegistrationBean<ForeignScripts> ledgerForForeignScripts() {
        FilterRegistrationBean<ForeignScripts> registration = new FilterRegistrationBean<>(new ForeignScripts());
        registration.addUrlPatterns("/ledger/*");
        return registration;
    }
}
