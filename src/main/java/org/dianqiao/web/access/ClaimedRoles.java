package org.dianqiao.web.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.core.user.OAuth2UserAuthority;

/**
 * The roles that a provider claims for somebody, in the ID token or where it tells of users. Words that are no roles of
 * ours count for nothing, and whoever has none stays outside.
 */
final class ClaimedRoles implements GrantedAuthoritiesMapper {

    static final String NONE = "no-role";

    private final String claim;

    /** `claim`: its name, or the way to it through others, as in `realm_access.roles`. */
    ClaimedRoles(String claim) {
        this.claim = claim;
    }

    @Override
    public Collection<? extends GrantedAuthority> mapAuthorities(Collection<? extends GrantedAuthority> given) {
        List<Role> roles = given.stream()
                .flatMap(ClaimedRoles::told)
                .flatMap(claims -> words(find(claims, claim)))
                .map(Role::of)
                .flatMap(Optional::stream)
                .toList();
        if (roles.isEmpty()) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(NONE, "the claim `" + claim + "` names no role of ours", null));
        }
        return Role.authorities(roles);
    }

    private static Stream<Map<String, Object>> told(GrantedAuthority authority) {
        if (authority instanceof OidcUserAuthority oidc) {
            return oidc.getUserInfo() == null
                    ? Stream.of(oidc.getIdToken().getClaims())
                    : Stream.of(
                            oidc.getIdToken().getClaims(), oidc.getUserInfo().getClaims());
        }
        return authority instanceof OAuth2UserAuthority oauth ? Stream.of(oauth.getAttributes()) : Stream.empty();
    }

    /** Names may have dots in them, as that of a client in `resource_access.dianqiao.henan.roles`. */
    private static @Nullable Object find(Map<?, ?> claims, String path) {
        Object found = claims.get(path);
        for (int dot = path.indexOf('.'); found == null && dot >= 0; dot = path.indexOf('.', dot + 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                found = find(inner, path.substring(dot + 1));
            }
        }
        return found;
    }

    private static Stream<String> words(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf);
        }
        return value instanceof String text ? Stream.of(text.split("[ ,]+")) : Stream.empty();
    }
}
