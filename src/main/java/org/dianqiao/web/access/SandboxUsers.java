package org.dianqiao.web.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** The sandbox's users, one for each role. They come in by a button: their names without a password are enough. */
final class SandboxUsers implements AuthenticationProvider {

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        boolean byButton = String.valueOf(asked.getCredentials()).isEmpty();
        return byButton ? Role.of(asked.getName()).map(role -> as(role, asked)).orElse(null) : null;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private static Authentication as(Role role, Authentication asked) {
        var user =
                UsernamePasswordAuthenticationToken.authenticated(role.word(), null, Role.authorities(List.of(role)));
        user.setDetails(asked.getDetails());
        return user;
    }
}
