package org.dianqiao.web.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** The OpenID Connect providers 统一身份认证 by which people may sign in. */
final class Providers implements ClientRegistrationRepository {

    private static final String SIGN_OUT = "end_session_endpoint";

    private final Map<String, LateRegistration> registrations = new TreeMap<>();

    Providers(OAuth2ClientProperties settings, Clock clock) {
        settings.getRegistration()
                .forEach((id, each) -> registrations.put(id, LateRegistration.of(id, each, settings, clock)));
    }

    List<WaysIn.Provider> all() {
        return registrations.values().stream().map(LateRegistration::shown).toList();
    }

    boolean has(String id) {
        return registrations.containsKey(id);
    }

    /** Null for an unknown one, as Spring wants it. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        LateRegistration registration = registrations.get(id);
        return registration == null ? null : registration.get();
    }

    /** Where one signs out of the provider itself, as far as it has said so. */
    Optional<SignOut> signOut(@Nullable String id) {
        return Optional.ofNullable(registrations.get(String.valueOf(id)))
                .flatMap(LateRegistration::known)
                .flatMap(Providers::signOut);
    }

    /** `name`: the provider's. */
    record SignOut(String name, String address, String clientId) {}

    private static Optional<SignOut> signOut(ClientRegistration provider) {
        Object address =
                provider.getProviderDetails().getConfigurationMetadata().get(SIGN_OUT);
        return address == null
                ? Optional.empty()
                : Optional.of(new SignOut(provider.getClientName(), address.toString(), provider.getClientId()));
    }
}
