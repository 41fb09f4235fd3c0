package org.dianqiao.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** Whom a provider does not let in, or who cannot even get there, is back at the door and told why. */
final class FailedSignIn implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(FailedSignIn.class);

    private final Providers providers;

    FailedSignIn(Providers providers) {
        this.providers = providers;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String path = request.getRequestURI();
        String provider = path.substring(path.lastIndexOf('/') + 1);
        if (!providers.has(provider)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        tell(provider, failure);
        response.sendRedirect(UriComponentsBuilder.fromPath("/login")
                .queryParam("failed", SignInFailure.of(failure).word())
                .queryParam("at", provider)
                .toUriString());
    }

    /** What the provider, or whoever speaks in its name, put into the reason must not look like a line of ours. */
    private static void tell(String provider, AuthenticationException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof ProviderAway) {
            cause = cause.getCause();
        }
        if (cause != null) {
            log.warn(
                    "{}: signing in failed, {}",
                    provider,
                    String.valueOf(cause.getMessage()).replaceAll("\\p{Cntrl}", " "));
        }
    }
}
