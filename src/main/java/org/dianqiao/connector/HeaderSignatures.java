package org.dianqiao.connector;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Secret;
import org.springframework.stereotype.Component;

/** Requests of other systems and to them, signed by their headers. */
@Component
public class HeaderSignatures {

    private final NonceStore nonces;
    private final RefreshedSecrets secrets;
    private final SignatureSettings settings;
    private final Clock clock;

    public HeaderSignatures(NonceStore nonces, RefreshedSecrets secrets, SignatureSettings settings, Clock clock) {
        this.nonces = nonces;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    /** With the secret of the partner's file itself, where no gateway runs that was given another. */
    public static Map<String, String> signed(Credentials credentials, Instant now) {
        return HeaderSignature.of(credentials.signature()).headers(credentials, now, UUID.randomUUID());
    }

    /** The headers of a new request, or of another attempt: none is sent twice. NoSecret where a platform gave us none. */
    public Map<String, String> sign(Credentials credentials) {
        return signed(current(credentials), clock.instant());
    }

    /**
     * Lets a request in, or throws a Refused that names the header and what is wrong with it. Outside any transaction.
     *
     * @param header the value by the name; nothing where it is not there, or there twice
     */
    public void admit(String partner, Credentials credentials, Function<String, Optional<String>> header) {
        Instant now = clock.instant();
        Optional<Nonce> nonce = check(known(credentials), new Headers(header), now);
        if (nonce.isPresent() && !nonces.isNew(partner, nonce.get(), now)) {
            throw HeaderSignature.of(credentials.signature()).repeated();
        }
    }

    /** By one secret after the other. What is wrong beside the signature is so by each. */
    private Optional<Nonce> check(List<Credentials> known, Headers headers, Instant now) {
        Credentials latest = known.get(0);
        try {
            return HeaderSignature.of(latest.signature()).check(latest, headers, now, settings.window());
        } catch (Refused refused) {
            if (refused.code() != Code.BAD_SIGNATURE || known.size() == 1) {
                throw refused;
            }
            return check(known.subList(1, known.size()), headers, now);
        }
    }

    /** Never none: while no secret is in force nobody can be told from anybody else. */
    private List<Credentials> known(Credentials credentials) {
        if (credentials.refresh() == null) {
            return List.of(credentials);
        }
        List<Secret> alive = secrets.alive(credentials);
        if (alive.isEmpty()) {
            throw Refused.later(Code.UNAVAILABLE, "贵平台下发的密钥尚未取得或已过期，请稍后重发。", 60);
        }
        return alive.stream().map(credentials::signingWith).toList();
    }

    /** A platform answered that the secret of our request is over. The next attempt will have another. */
    public void secretIsOver(Credentials credentials) {
        if (credentials.refresh() != null) {
            secrets.isOver(credentials);
        }
    }

    private Credentials current(Credentials credentials) {
        return credentials.refresh() == null ? credentials : credentials.signingWith(secrets.inForce(credentials));
    }
}
