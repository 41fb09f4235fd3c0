package org.dianqiao.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;

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

    private static List<String> words(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream().map(GrantedAuthority::getAuthority).toList();
    }
}
