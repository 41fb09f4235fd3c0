package org.dianqiao.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

class RoleTest {

    @Test
    void operatorsAndAuditorsMayWhatViewersMayAndNotWhatTheOtherMay() {
        assertThat(words(Role.authorities(List.of(Role.OPERATOR))))
                .containsExactlyInAnyOrder("ROLE_OPERATOR", "ROLE_VIEWER");
        assertThat(words(Role.authorities(List.of(Role.AUDITOR))))
                .containsExactlyInAnyOrder("ROLE_AUDITOR", "ROLE_VIEWER");
    }

    @Test
    void administratorsMayEverything() {
        assertThat(Role.authorities(List.of(Role.ADMINISTRATOR))).hasSize(Role.values().length);
    }

    @Test
    void takesRolesFromTheClaimAndIgnoresWordsThatAreNone() {
        OidcIdToken token = new OidcIdToken(
                "t",
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(60),
                Map.of("sub", "li.wei", "groups", List.of("Operator", "chief")));

        assertThat(words(new ClaimedRoles("groups").mapAuthorities(List.of(new OidcUserAuthority(token)))))
                .containsExactlyInAnyOrder("ROLE_OPERATOR", "ROLE_VIEWER");
        assertThat(new ClaimedRoles("roles").mapAuthorities(List.of(new OidcUserAuthority(token))))
                .isEmpty();
    }

    private static List<String> words(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream().map(GrantedAuthority::getAuthority).toList();
    }
}
