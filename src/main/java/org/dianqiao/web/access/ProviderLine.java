package org.dianqiao.web.access;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/** How providers are spoken to. Spring would wait for their answers without end, on threads that partners need. */
final class ProviderLine {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    RestOperations operations() {
        return new RestTemplate(requests());
    }

    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    /** Asked wherever it can be asked, whatever the scopes are: many providers name the roles only here. */
    OidcUserService oidcUsers() {
        DefaultOAuth2UserService plain = users();
        OidcUserService users = new OidcUserService();
        users.setOauth2UserService(request -> plain.loadUser(bySubject(request)));
        users.setRetrieveUserInfo(ProviderLine::tellsOfUsers);
        users.setOidcUserMapper(ProviderLine::user);
        return users;
    }

    DefaultOAuth2UserService users() {
        RestTemplate operations = new RestTemplate(requests());
        operations.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService users = new DefaultOAuth2UserService();
        users.setRestOperations(operations);
        return users;
    }

    private static boolean tellsOfUsers(OidcUserRequest request) {
        String endpoint = request.getClientRegistration()
                .getProviderDetails()
                .getUserInfoEndpoint()
                .getUri();
        return endpoint != null && !endpoint.isEmpty();
    }

    /** What is told here need not have the name that is wanted: the ID token may. */
    private static OAuth2UserRequest bySubject(OAuth2UserRequest request) {
        ClientRegistration bySubject = ClientRegistration.withClientRegistration(request.getClientRegistration())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .build();
        return new OAuth2UserRequest(bySubject, request.getAccessToken(), request.getAdditionalParameters());
    }

    /** Under the name that is wanted, wherever it is told; if it is not, under the provider's own for them. */
    private static OidcUser user(OidcUserRequest request, @Nullable OidcUserInfo info) {
        OidcUserAuthority told = new OidcUserAuthority(request.getIdToken(), info);
        String name = request.getClientRegistration()
                .getProviderDetails()
                .getUserInfoEndpoint()
                .getUserNameAttributeName();
        boolean named = StringUtils.hasText(name) && told.getAttributes().get(name) != null;
        return new DefaultOidcUser(List.of(told), request.getIdToken(), info, named ? name : IdTokenClaimNames.SUB);
    }

    private static ClientHttpRequestFactory requests() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(CONNECT);
        requests.setReadTimeout(ANSWER);
        return requests;
    }
}
