package org.dianqiao.partner;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what a system that does not speak our protocol knows us, and we know it.
 *
 * @param account its name for the one who asks: `x-tif-paasid`, `gjgxjhpt_rid`; of a client certificate the SHA-256.
 *     Empty where the signature has none, as `service`
 * @param service which of its services: `x-tif-serviceId`, `gjgxjhpt_sid`
 * @param services its numbers of further ones, by the name that routes have for each
 * @param letters how hexadecimal digits are written
 * @param soapKeys with what messages are signed in SOAP
 */
public record Credentials(
        Signature signature,
        String account,
        String service,
        Map<String, String> services,
        Secret secret,
        Letters letters,
        @Nullable Refresh refresh,
        @Nullable SoapKeys soapKeys) {

    public Credentials(
            Signature signature,
            String account,
            String service,
            Map<String, String> services,
            Secret secret,
            Letters letters,
            @Nullable Refresh refresh) {
        this(signature, account, service, services, secret, letters, refresh, null);
    }

    public static final Credentials NONE =
            new Credentials(Signature.NONE, "", "", Map.of(), Secret.NONE, Letters.LOWER, null);

    /**
     * How a request is signed. None of these covers its body but `ws-security`. Of `in-body` account and secret stand in
     * the body itself; whoever may log in to a `database` is known by that.
     */
    public enum Signature {
        NONE,
        IN_BODY,
        BEARER,
        X_TIF,
        GJGXJHPT,
        CLIENT_CERTIFICATE,
        WS_SECURITY,
        DATABASE
    }

    public enum Letters {
        LOWER,
        UPPER
    }

    /** As a partner's file writes it. */
    public String means() {
        return signature.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The secret is an app key only: requests are signed with another, which is asked for here and comes sealed. */
    public record Refresh(URI url, Cipher cipher) {}

    /**
     * How a new secret is sealed under the app key: in ECB or CBC with the key's bytes, the latter behind the bytes that
     * it begins with; or in ECB with the key that the platform's sample code makes of the app key.
     */
    public enum Cipher {
        ECB,
        CBC,
        SEEDED
    }

    public Credentials signingWith(Secret other) {
        return new Credentials(signature, account, service, services, other, letters, refresh, soapKeys);
    }

    /** A platform has a number for each of its services, and routes have names for them: `service`, or of `services`. */
    public Credentials asking(String name) {
        String number = Optional.ofNullable(name.equals("service") ? service : services.get(name))
                .orElseThrow(() -> new IllegalStateException("no number of the service `" + name + "` is known"));
        return new Credentials(signature, account, number, services, secret, letters, refresh, soapKeys);
    }

    /**
     * What comes in at a door whose name is among `services` is signed for that number, so that nobody who has seen a
     * question of ours can bring its headers back to us with words of his own.
     */
    public Credentials heardAt(String door) {
        return services.containsKey(door) ? asking(door) : this;
    }
}
