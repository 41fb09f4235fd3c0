package org.dianqiao.web.access;

import java.time.Clock;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/** Signing in by OpenID Connect: Spring's way, with our own bounds on memory and waiting. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class SignOnConfiguration {

    @Bean
    Providers providers(OAuth2ClientProperties settings, Clock clock) {
        return new Providers(settings, clock);
    }

    @Bean
    ProviderLine providerLine() {
        return new ProviderLine();
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(ProviderLine line, Clock clock) {
        return new IdTokens(line, clock);
    }

    @Bean
    Customizer<OAuth2LoginConfigurer<HttpSecurity>> signOn(
            Providers providers, ProviderLine line, AccessSettings settings, Clock clock) {
        FailedSignIn failed = new FailedSignIn(providers);
        return login -> login.loginPage("/login")
                .failureHandler(failed)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(to -> to.authorizationRequestResolver(questions(providers))
                        .authorizationRequestRepository(new BegunSignIns(clock)))
                .tokenEndpoint(at -> at.accessTokenResponseClient(line.tokens()))
                .userInfoEndpoint(at -> at.oidcUserService(line.oidcUsers())
                        .userService(line.users())
                        .userAuthoritiesMapper(new ClaimedRoles(settings.rolesClaim())))
                .withObjectPostProcessor(endingAt(failed));
    }

    /** With PKCE (RFC 7636) also where there is a secret: a code that somebody else got hold of is worth nothing. */
    private static DefaultOAuth2AuthorizationRequestResolver questions(Providers providers) {
        var questions = new DefaultOAuth2AuthorizationRequestResolver(
                providers, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        questions.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return questions;
    }

    /** The filter that leads to the provider has failures of its own, of which the settings know nothing. */
    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> endingAt(FailedSignIn failed) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(failed);
                return filter;
            }
        };
    }
}
