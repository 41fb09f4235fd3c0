package org.dianqiao.partner;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.files.Yaml;
import org.dianqiao.partner.Credentials.Cipher;
import org.dianqiao.partner.Credentials.Letters;
import org.dianqiao.partner.Credentials.Refresh;
import org.dianqiao.partner.Credentials.Signature;
import org.jspecify.annotations.Nullable;

/** Reads the credentials in a partner's endpoint. What its signature does not use is a fault, as is what it lacks. */
final class CredentialsEntry {

    /** The members of an endpoint that are read here. */
    static final Set<String> MEMBERS = Set.of(
            "signature", "account", "service", "services", "secret", "letters", "refresh", "keystore", "certificates");

    private static final Map<Signature, Set<String>> NEEDED = Map.of(
            Signature.NONE, Set.of(),
            Signature.IN_BODY, Set.of("account", "secret"),
            Signature.BEARER, Set.of("secret"),
            Signature.X_TIF, Set.of("account", "secret"),
            Signature.GJGXJHPT, Set.of("account", "service", "secret"),
            Signature.CLIENT_CERTIFICATE, Set.of("account"),
            Signature.WS_SECURITY, Set.of("keystore", "secret", "certificates"),
            Signature.DATABASE, Set.of("account", "secret"));
    private static final Map<Signature, Set<String>> ALLOWED = Map.of(
            Signature.X_TIF, Set.of("service", "services", "letters"),
            Signature.GJGXJHPT, Set.of("services", "refresh"));
    private static final Set<Integer> KEY_LENGTHS = Set.of(16, 24, 32);

    private final Yaml at;
    private final SecretPlaces secrets;

    private CredentialsEntry(Yaml at, SecretPlaces secrets) {
        this.at = at;
        this.secrets = secrets;
    }

    static Credentials read(Yaml endpoint, SecretPlaces secrets) {
        CredentialsEntry entry = new CredentialsEntry(endpoint, secrets);
        Signature signature = endpoint.word("signature", Signature.class).orElse(Signature.NONE);
        if (signature == Signature.DATABASE) {
            endpoint.fault("nothing is signed by a `database`; say `transport: database`");
        }
        return entry.credentials(signature);
    }

    /** Of a database: who logs in there, and by what. */
    static Credentials login(Yaml endpoint, SecretPlaces secrets) {
        endpoint.maybe("signature").ifPresent(any -> endpoint.fault("a database has no `signature`"));
        return new CredentialsEntry(endpoint, secrets).credentials(Signature.DATABASE);
    }

    private Credentials credentials(Signature signature) {
        NEEDED.getOrDefault(signature, Set.of()).forEach(at::text);
        MEMBERS.stream().filter(name -> !isUsed(name, signature)).forEach(this::refuse);
        Secret secret = at.value("secret", secrets::find).orElse(Secret.NONE);
        return new Credentials(
                signature,
                account(signature),
                at.value("service", CredentialsEntry::name).orElse(""),
                services(at.child("services")),
                secret,
                at.word("letters", Letters.class).orElse(Letters.LOWER),
                refresh(secret),
                new SoapKeysEntry(new KeyFiles(secrets.home()), secret).read(at).orElse(null));
    }

    private static boolean isUsed(String name, Signature signature) {
        return name.equals("signature")
                || NEEDED.getOrDefault(signature, Set.of()).contains(name)
                || ALLOWED.getOrDefault(signature, Set.of()).contains(name);
    }

    private void refuse(String name) {
        Yaml unused = at.child(name);
        if (unused.present()) {
            unused.fault("`" + name + "` is not used with this `signature`");
        }
    }

    private String account(Signature signature) {
        boolean certificate = signature == Signature.CLIENT_CERTIFICATE;
        return at.value("account", certificate ? CredentialsEntry::fingerprint : CredentialsEntry::name)
                .orElse("");
    }

    private static Map<String, String> services(Yaml at) {
        Map<String, String> services = new LinkedHashMap<>();
        at.members().keySet().forEach(name -> at.value(name, CredentialsEntry::name)
                .ifPresent(number -> services.put(name, number)));
        return Map.copyOf(services);
    }

    static String name(String text) {
        if (!text.matches("[0-9A-Za-z._@-]{1,64}")) {
            throw new IllegalArgumentException("letters, digits and any of . _ @ - are expected, at most 64");
        }
        return text;
    }

    private static String fingerprint(String text) {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("the SHA-256 of a certificate is expected, 64 digits in small letters");
        }
        return text;
    }

    private @Nullable Refresh refresh(Secret secret) {
        Yaml refresh = at.child("refresh");
        if (!refresh.present()) {
            return null;
        }
        refresh.only(Set.of("url", "cipher"));
        refresh.text("url");
        Cipher cipher = refresh.word("cipher", Cipher.class).orElse(Cipher.ECB);
        if (cipher != Cipher.SEEDED && !KEY_LENGTHS.contains(secret.bytes().length)) {
            refresh.fault("an app key of 16, 24 or 32 bytes is needed for this `cipher`");
        }
        Optional<URI> url = refresh.value("url", CredentialsEntry::url);
        return url.map(found -> new Refresh(found, cipher)).orElse(null);
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("an http or https address without user is expected");
        }
        return url;
    }
}
