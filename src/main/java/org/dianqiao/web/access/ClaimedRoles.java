package org.dianqiao.web.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.core.user.OAuth2UserAuthority;

/** The roles that an OpenID Connect provider claims for somebody. Words that are no roles of ours count for nothing. */
final class ClaimedRoles implements GrantedAuthoritiesMapper {

    private final String claim;

    ClaimedRoles(String claim) {
        this.claim = claim;
    }

    @Override
    public Collection<? extends GrantedAuthority> mapAuthorities(Collection<? extends GrantedAuthority> given) {
        List<Role> roles = given.stream()
                .flatMap(this::claimed)
                .map(Role::of)
                .flatMap(Optional::stream)
                .toList();
        return Role.authorities(roles);
    }

    private Stream<String> claimed(GrantedAuthority authority) {
        if (authority instanceof OidcUserAuthority oidc) {
            return words(oidc.getIdToken().getClaim(claim));
        }
        return authority instanceof OAuth2UserAuthority oauth
                ? words(oauth.getAttributes().get(claim))
                : Stream.empty();
    }

    private static Stream<String> words(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf);
        }
        return value instanceof String text ? Stream.of(text.split("[ ,]+")) : Stream.empty();
    }
}
