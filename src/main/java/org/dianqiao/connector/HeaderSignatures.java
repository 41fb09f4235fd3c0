package org.dianqiao.connector;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Credentials;
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
        Optional<Nonce> nonce = HeaderSignature.of(credentials.signature())
                .check(known(credentials), new Headers(header), now, settings.window());
        if (nonce.isPresent() && !nonces.isNew(partner, nonce.get(), now)) {
            throw new Refused(Code.BAD_SIGNATURE, "该请求的随机串先前已经使用过；重发时请更换随机串并重新签名。");
        }
    }

    /** While no secret is in force nobody can be told from anybody else. */
    private Credentials known(Credentials credentials) {
        try {
            return current(credentials);
        } catch (NoSecret none) {
            throw Refused.later(Code.UNAVAILABLE, "贵平台下发的密钥尚未取得或已过期，请稍后重发。", 60);
        }
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
