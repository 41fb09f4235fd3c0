package org.dianqiao.web.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * One provider, asked for its addresses and keys when somebody first wants to sign in with it: messages must cross also
 * while it is down, and so must the start. One thread at a time asks, and not again at once: a provider that does not
 * answer must not hold the threads that answer partners.
 */
final class LateRegistration {

    static final Duration PAUSE = Duration.ofSeconds(5);

    private final WaysIn.Provider shown;
    private final OAuth2ClientProperties settings;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable ClientRegistration known;
    private volatile Instant notBefore = Instant.MIN;

    private LateRegistration(WaysIn.Provider shown, OAuth2ClientProperties settings, Clock clock) {
        this.shown = shown;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where all addresses stand in the settings nobody is asked, and what is wrong with them ends the start. */
    static LateRegistration of(
            String id, OAuth2ClientProperties.Registration registration, OAuth2ClientProperties all, Clock clock) {
        OAuth2ClientProperties alone = new OAuth2ClientProperties();
        alone.getRegistration().put(id, registration);
        alone.getProvider().putAll(all.getProvider());
        LateRegistration late = new LateRegistration(new WaysIn.Provider(id, name(id, registration)), alone, clock);
        if (!late.mustAsk(registration)) {
            late.known = late.read();
        }
        return late;
    }

    WaysIn.Provider shown() {
        return shown;
    }

    Optional<ClientRegistration> known() {
        return Optional.ofNullable(known);
    }

    ClientRegistration get() {
        return known().orElseGet(this::ask);
    }

    private ClientRegistration ask() {
        if (clock.instant().isBefore(notBefore) || !asking.tryLock()) {
            throw new ProviderAway(shown.id(), null);
        }
        try {
            ClientRegistration found = read();
            known = found;
            return found;
        } catch (RuntimeException noAnswer) {
            notBefore = clock.instant().plus(PAUSE);
            throw new ProviderAway(shown.id(), noAnswer);
        } finally {
            asking.unlock();
        }
    }

    private ClientRegistration read() {
        return new OAuth2ClientPropertiesMapper(settings)
                .asClientRegistrations()
                .values()
                .iterator()
                .next();
    }

    private boolean mustAsk(OAuth2ClientProperties.Registration registration) {
        String provider = registration.getProvider() == null ? shown.id() : registration.getProvider();
        OAuth2ClientProperties.Provider details = settings.getProvider().get(provider);
        return details != null && details.getIssuerUri() != null;
    }

    private static String name(String id, OAuth2ClientProperties.Registration registration) {
        return registration.getClientName() == null ? id : registration.getClientName();
    }
}
