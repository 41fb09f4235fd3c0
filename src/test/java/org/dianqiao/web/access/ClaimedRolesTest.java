package org.dianqiao.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.core.user.OAuth2UserAuthority;

class ClaimedRolesTest {

    private static final Map<String, Object> NOTHING = Map.of("sub", "li.wei");

    @Test
    void takesRolesFromTheClaimAndIgnoresWordsThatAreNone() {
        assertThat(roles("groups", Map.of("groups", List.of("Operator", "chief"))))
                .containsExactlyInAnyOrder("ROLE_OPERATOR", "ROLE_VIEWER");
        assertThat(roles("groups", Map.of("groups", "chief, auditor")))
                .containsExactlyInAnyOrder("ROLE_AUDITOR", "ROLE_VIEWER");
    }

    @Test
    void followsDotsIntoClaimsWithinClaims() {
        assertThat(roles("realm_access.roles", Map.of("realm_access", Map.of("roles", List.of("viewer")))))
                .containsExactly("ROLE_VIEWER");
    }

    @Test
    void readsDotsInNamesToo() {
        assertThat(roles("https://henan.example/roles", Map.of("https://henan.example/roles", List.of("viewer"))))
                .containsExactly("ROLE_VIEWER");
        assertThat(roles(
                        "resource_access.dianqiao.henan.roles",
                        Map.of("resource_access", Map.of("dianqiao.henan", Map.of("roles", List.of("viewer"))))))
                .containsExactly("ROLE_VIEWER");
    }

    @Test
    void putsTogetherWhatTheTokenAndTheUserInfoSay() {
        OidcUserInfo info = new OidcUserInfo(Map.of("sub", "li.wei", "roles", List.of("auditor")));
        OidcUserAuthority both = new OidcUserAuthority(token(Map.of("roles", List.of("operator"))), info);
        assertThat(words(new ClaimedRoles("roles"), both))
                .containsExactlyInAnyOrder("ROLE_OPERATOR", "ROLE_AUDITOR", "ROLE_VIEWER");
    }

    @Test
    void takesThemFromProvidersWithoutIdTokens() {
        assertThat(words(new ClaimedRoles("roles"), new OAuth2UserAuthority(Map.of("roles", List.of("viewer")))))
                .containsExactly("ROLE_VIEWER");
    }

    @Test
    void leavesOutsideWhoeverHasNone() {
        assertThatThrownBy(() -> roles("roles", NOTHING)).isInstanceOf(OAuth2AuthenticationException.class);
        assertThatThrownBy(() -> roles("sub.roles", NOTHING)).isInstanceOf(OAuth2AuthenticationException.class);
        assertThatThrownBy(() -> roles("roles", Map.of("roles", Map.of("viewer", true))))
                .isInstanceOf(OAuth2AuthenticationException.class);
    }

    private static List<String> roles(String claim, Map<String, Object> told) {
        return words(new ClaimedRoles(claim), new OidcUserAuthority(token(told)));
    }

    private static OidcIdToken token(Map<String, Object> told) {
        Map<String, Object> claims = new HashMap<>(NOTHING);
        claims.putAll(told);
        return new OidcIdToken("t", Instant.EPOCH, Instant.EPOCH.plusSeconds(60), claims);
    }

    private static List<String> words(ClaimedRoles roles, GrantedAuthority authority) {
        return roles.mapAuthorities(List.of(authority)).stream()
                .map(GrantedAuthority.class::cast)
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
