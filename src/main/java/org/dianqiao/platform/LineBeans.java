package org.dianqiao.platform;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.dianqiao.delivery.DeliverySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The HTTP client to partners: it does what a step says and nothing of its own accord. */
@Configuration(proxyBeanMethods = false)
class LineBeans {

    private static final Set<String> ON_THE_WIRE = Set.of(
            "dq-manifest", "dq-signature", "dq-entry", "dq-origin-manifest", "dq-origin-signature", "content-type");

    /** No repeats (the queue repeats), no redirects, no cookies, no unpacking. */
    @Bean
    HttpClientConfigurer plainLines(DeliverySettings settings) {
        Timeout patience = Timeout.of(settings.timeout());
        RequestConfig request = RequestConfig.custom()
                .setResponseTimeout(patience)
                .setConnectionRequestTimeout(patience)
                .build();
        return client -> client.setDefaultRequestConfig(request)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .addExecInterceptorFirst("hang-up", new HangUp())
                .setUserAgent("Dianqiao");
    }

    /** Only these headers cross, in either direction. */
    @Bean
    HeaderFilterStrategy wireHeaders() {
        return new HeaderFilterStrategy() {
            @Override
            public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
                return !ON_THE_WIRE.contains(name.toLowerCase(Locale.ROOT));
            }

            @Override
            public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
                return !ON_THE_WIRE.contains(name.toLowerCase(Locale.ROOT));
            }
        };
    }
}
