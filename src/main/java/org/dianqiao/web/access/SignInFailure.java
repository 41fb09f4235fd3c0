package org.dianqiao.web.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** Why somebody who went to a provider is not in, as far as it helps them to know. */
enum SignInFailure {
    /** The provider does not answer. */
    AWAY,
    /** The provider knows them, and claims no role of ours for them. */
    NO_ROLE,
    /** They did not want to, or the provider did not want them. */
    CANCELLED,
    /** They did not come from here, not in this browser, or too late. */
    NOT_BEGUN,
    /** What the provider said cannot be believed. */
    REFUSED;

    static SignInFailure of(AuthenticationException failure) {
        if (failure.getCause() instanceof ProviderAway) {
            return AWAY;
        }
        return failure instanceof OAuth2AuthenticationException told
                ? of(told.getError().getErrorCode())
                : REFUSED;
    }

    private static SignInFailure of(String code) {
        return switch (code) {
            case ClaimedRoles.NONE -> NO_ROLE;
            case "access_denied" -> CANCELLED;
            case "authorization_request_not_found" -> NOT_BEGUN;
            default -> REFUSED;
        };
    }

    static Optional<SignInFailure> find(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
