package org.dianqiao.platform;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.dianqiao.delivery.DeliverySettings;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partners;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The HTTP client to partners: it does what a step says and nothing of its own accord. */
@Configuration(proxyBeanMethods = false)
class LineBeans {

    private static final Set<String> ON_THE_WIRE = Set.of(
            "dq-manifest", "dq-signature", "dq-entry", "dq-origin-manifest", "dq-origin-signature", "content-type");

    @Bean
    OurCertificates ourCertificates(Watched<Partners> partners) {
        return new OurCertificates(partners);
    }

    @Bean(destroyMethod = "hangUp")
    LinesInCommon linesInCommon(OurCertificates shown) {
        return new LinesInCommon(shown);
    }

    /** To where other systems' links lead. */
    @Bean(destroyMethod = "hangUp")
    LinesInCommon fileLines(Watched<Partners> partners, OurCertificates shown) {
        return new LinesInCommon(new AddressesOfLinks(partners), shown);
    }

    /** No repeats (the queue repeats), no redirects, no cookies, no unpacking. */
    @Bean
    HttpClientConfigurer plainLines(DeliverySettings settings, OurCertificates shown) {
        Timeout patience = Timeout.of(settings.timeout());
        RequestConfig request = RequestConfig.custom()
                .setResponseTimeout(patience)
                .setConnectionRequestTimeout(patience)
                .build();
        QuietLine quiet = new QuietLine();
        return client -> client.setDefaultRequestConfig(request)
                .setRequestExecutor(quiet)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .addExecInterceptorFirst("quiet", quiet)
                .addExecInterceptorFirst("shown", shown)
                .addExecInterceptorFirst("hang-up", new HangUp(patience))
                .setUserAgent("Dianqiao");
    }

    /** To a system with a dialect of its own only those headers cross that a step has set; back, what the answer is. */
    @Bean
    HeaderFilterStrategy dialectHeaders() {
        return new HeaderFilterStrategy() {
            @Override
            public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
                return name.regionMatches(true, 0, "Camel", 0, "Camel".length());
            }

            @Override
            public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
                return !name.equalsIgnoreCase("content-type");
            }
        };
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
