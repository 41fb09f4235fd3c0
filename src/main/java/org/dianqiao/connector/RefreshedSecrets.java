package org.dianqiao.connector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianqiao.codes.Quoted;
import org.dianqiao.connector.GivenSecretStore.Row;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Credentials.Refresh;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Secret;
import org.dianqiao.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Secrets that platforms give out for some hours or days. One node asks for the next in good time, all use it; until it
 * has come, the one before is used to its end. A platform that gives a new one takes back the one before, so all partners
 * whom we ask as the same requester share it.
 */
@Component
public class RefreshedSecrets {

    static final Duration AGAIN = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(RefreshedSecrets.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final GivenSecretStore store;
    private final Vault vault;
    private final Clock clock;
    private final SecretCounter counter = new SecretCounter(PATIENCE);

    public RefreshedSecrets(GivenSecretStore store, Vault vault, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    Secret inForce(Credentials credentials) {
        String requester = requester(credentials);
        return store.find(requester)
                .flatMap(row -> given(requester, row))
                .filter(given -> given.ends().isAfter(clock.instant()))
                .map(Given::secret)
                .orElseThrow(() -> new NoSecret(requester));
    }

    /** What they may sign with when they call us, the latest first: the former one too, to its own end. */
    List<Secret> alive(Credentials credentials) {
        String requester = requester(credentials);
        Instant now = clock.instant();
        return store.find(requester).stream()
                .flatMap(row -> Stream.of(given(requester, row), former(requester, row)))
                .flatMap(Optional::stream)
                .filter(given -> given.ends().isAfter(now))
                .map(Given::secret)
                .toList();
    }

    /** A platform says that our secret is over, before its time. However many calls it says that to, it is asked once a minute. */
    void isOver(Credentials credentials) {
        Instant now = clock.instant();
        store.hurry(requester(credentials), now, now.minus(AGAIN));
    }

    /** Asks where it is time, and no other node does. */
    void refresh(Endpoint endpoint, Refresh refresh) {
        Credentials credentials = endpoint.credentials();
        Instant now = clock.instant();
        String requester = requester(credentials);
        if (store.isOurTurn(requester, now, now.plus(AGAIN))) {
            try {
                keep(requester, counter.ask(endpoint, refresh, now));
            } catch (IOException | IllegalArgumentException e) {
                store.gotNone(requester, Quoted.line(String.valueOf(e.getMessage())));
            }
        }
    }

    private void keep(String requester, Given given) throws IOException {
        Instant now = clock.instant();
        if (!given.ends().isAfter(now.plus(AGAIN))) {
            throw new IOException("the new secret ends at " + given.ends());
        }
        store.keep(requester, vault.lock(given.secret().bytes(), place(requester)), given.ends(), given.next(now));
        log.info("{}: a new secret, in force until {}", requester, given.ends());
    }

    private Optional<Given> given(String requester, Row row) {
        return given(requester, row.secret(), row.ends());
    }

    private Optional<Given> former(String requester, Row row) {
        return given(requester, row.former(), row.formerEnds());
    }

    private Optional<Given> given(String requester, byte @Nullable [] locked, @Nullable Instant ends) {
        if (locked == null || ends == null) {
            return Optional.empty();
        }
        byte[] secret = vault.unlock(locked, place(requester));
        return Optional.of(new Given(new Secret(new String(secret, StandardCharsets.UTF_8)), ends));
    }

    /** How it stands with the secret that a partner is asked with, where not all is well. */
    Optional<SecretState> trouble(String partner, Credentials credentials) {
        Instant now = clock.instant();
        return store.find(requester(credentials))
                .flatMap(row -> SecretState.of(partner, row.ends(), row.trouble(), now));
    }

    /** Who we are there. */
    private static String requester(Credentials credentials) {
        Refresh refresh = Objects.requireNonNull(credentials.refresh(), "nobody gives this secret");
        return credentials.account() + " at " + refresh.url();
    }

    private static String place(String requester) {
        return "secret of " + requester;
    }

    /** A gateway that is stopped does not wait for a platform. */
    @EventListener(ContextClosedEvent.class)
    void hangUp() {
        counter.close();
    }
}
