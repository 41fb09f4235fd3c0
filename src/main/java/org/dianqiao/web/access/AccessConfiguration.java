package org.dianqiao.web.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.SessionTrackingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dianqiao.files.Watched;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.server.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets where. The exchange has its own way of knowing people: no filter of the console stands in its path. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    private static final List<String> OPEN = List.of("/exchange/**", "/ledger/**", "/openapi.yaml", "/console/**");
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @ConditionalOnProperty("dianqiao.console.users")
    Watched<Users> users(AccessSettings settings) {
        Path file = Path.of(String.valueOf(settings.users()));
        return new Watched<>(List.of(file), () -> Users.read(file));
    }

    @Bean
    WaysIn waysIn(@Value("${dianqiao.sandbox:off}") String sandbox, AccessSettings settings, Providers providers) {
        boolean sandboxUsers = !sandbox.equalsIgnoreCase("off");
        return new WaysIn(sandboxUsers, settings.users() != null, providers.all());
    }

    /** No filter at all: what is asked for here knows its callers by itself, or is for everybody. */
    @Bean
    @Order(0)
    SecurityFilterChain open() {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        List<RequestMatcher> open =
                OPEN.stream().<RequestMatcher>map(paths::matcher).toList();
        return new DefaultSecurityFilterChain(new OrRequestMatcher(open));
    }

    /** A method that nobody knows is 405 where it arrives, not a fault of form. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    @Order(1)
    SecurityFilterChain console(
            HttpSecurity http,
            WaysIn ways,
            ObjectProvider<Watched<Users>> users,
            Customizer<OAuth2LoginConfigurer<HttpSecurity>> signOn,
            LoginThrottle throttle,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> pages)
            throws Exception {
        Stranger stranger = new Stranger(pages);
        http.authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(
                        "/login", "/language", "/error", "/guide", "/guide/**", "/progress", "/certificates/**")
                .permitAll()
                .requestMatchers("/actuator/health", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator", "/actuator/**")
                .hasRole(Role.ADMINISTRATOR.name())
                .requestMatchers(HttpMethod.POST, "/deliveries/**")
                .hasRole(Role.OPERATOR.name())
                .requestMatchers("/holds", "/holds/**")
                .hasRole(Role.AUDITOR.name())
                .requestMatchers(HttpMethod.POST, "/messages/**", "/evidence/**", "/cases/**", "/leads/**")
                .hasAnyRole(Role.OPERATOR.name(), Role.AUDITOR.name())
                .anyRequest()
                .hasRole(Role.VIEWER.name()));
        http.exceptionHandling(to -> to.authenticationEntryPoint(stranger).accessDeniedHandler(stranger));
        http.formLogin(
                form -> form.loginPage("/login").failureUrl("/login?error").permitAll());
        http.logout(out -> out.logoutSuccessHandler(new SignedOut()).deleteCookies("JSESSIONID"));
        // Who is not signed in gets no session: nobody can fill the memory with them.
        http.requestCache(cache -> cache.requestCache(pagesOnly()));
        // Comparing a certificate's file changes nothing, for nobody.
        http.csrf(csrf -> csrf.csrfTokenRepository(tokensInCookies())
                .ignoringRequestMatchers("/actuator/health/**", "/certificates/**"));
        http.addFilterBefore(new ThrottledLogin(throttle), UsernamePasswordAuthenticationFilter.class);
        http.headers(AccessConfiguration::headers);
        waysIn(http, ways, users.getIfAvailable());
        if (!ways.providers().isEmpty()) {
            http.oauth2Login(signOn);
        }
        return http.build();
    }

    /** Sessions live in a cookie that scripts and other sites never see. */
    @Bean
    ServletContextInitializer sessionsInCookies() {
        return context -> {
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            context.getSessionCookieConfig().setHttpOnly(true);
        };
    }

    @Bean
    CookieSameSiteSupplier cookiesStayHere() {
        return CookieSameSiteSupplier.ofLax();
    }

    private static void waysIn(HttpSecurity http, WaysIn ways, @Nullable Watched<Users> users) {
        if (ways.sandbox()) {
            http.authenticationProvider(new SandboxUsers());
        }
        if (users != null) {
            DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(new UsersFile(users));
            passwords.setPasswordEncoder(new BCryptPasswordEncoder(12));
            http.authenticationProvider(passwords);
        }
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }

    /** After the login one comes to the page that one wanted, not to a piece of it. */
    private static CookieRequestCache pagesOnly() {
        CookieRequestCache cache = new CookieRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && String.valueOf(request.getHeader("Accept")).contains("text/html")
                && request.getHeader("HX-Request") == null);
        return cache;
    }

    private static CookieCsrfTokenRepository tokensInCookies() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return tokens;
    }
}
