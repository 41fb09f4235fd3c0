package org.dianqiao.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** Who signs out of the console is still signed in at the provider: the page says so, and leads there. */
final class SignedOut implements LogoutSuccessHandler {

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException {
        UriComponentsBuilder door = UriComponentsBuilder.fromPath("/login").queryParam("left");
        if (who instanceof OAuth2AuthenticationToken token) {
            door.queryParam("at", token.getAuthorizedClientRegistrationId());
        }
        response.sendRedirect(door.toUriString());
    }
}
