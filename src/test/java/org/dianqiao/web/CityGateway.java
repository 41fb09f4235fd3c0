package org.dianqiao.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.dianqiao.Homes;
import org.dianqiao.platform.Serve;
import org.dianqiao.sandbox.SandboxKeys;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway whose people sign in at the city's provider or the county's; the county's is down when it starts. */
final class CityGateway {

    static final Clock CLOCK = Clock.systemUTC();
    static final OpenIdProvider CITY = OpenIdProvider.open(CLOCK);
    static final OpenIdProvider COUNTY = OpenIdProvider.open(CLOCK);
    private static final String CLIENTS = "--spring.security.oauth2.client.";
    private static final ConfigurableApplicationContext RUNNING = start();

    private CityGateway() {}

    static URI url() {
        int port = ((ServletWebServerApplicationContext) RUNNING).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    private static ConfigurableApplicationContext start() {
        Path home = Homes.fresh();
        try {
            SandboxKeys.make(home.resolve("data/sandbox"), CLOCK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        COUNTY.close();
        return Serve.run(
                "--dianqiao.home=" + home,
                "--dianqiao.sandbox=keys",
                "--server.port=0",
                "--dianqiao.console.roles-claim=realm_access.roles",
                CLIENTS + "registration.city.client-id=" + OpenIdProvider.CLIENT,
                CLIENTS + "registration.city.client-secret=" + OpenIdProvider.SECRET,
                CLIENTS + "registration.city.client-name=郑州市统一身份认证",
                CLIENTS + "registration.city.scope=openid",
                CLIENTS + "provider.city.issuer-uri=" + CITY.issuer(),
                CLIENTS + "provider.city.user-name-attribute=preferred_username",
                CLIENTS + "registration.county.client-id=" + OpenIdProvider.CLIENT,
                CLIENTS + "registration.county.client-secret=" + OpenIdProvider.SECRET,
                CLIENTS + "registration.county.scope=openid",
                CLIENTS + "provider.county.issuer-uri=" + COUNTY.issuer());
    }
}
