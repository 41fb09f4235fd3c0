package org.dianqiao.platform;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dianqiao.trust.TrustFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the gateway lives and who it is.
 *
 * @param home holds `routes/ mappings/ certs/ data/`
 * @param id the gateway's own id on the wire
 * @param sandbox whether it makes its own keys and simulated partners
 * @param keystore PKCS#12 with the signing key, without the sandbox
 * @param wrappingKeystore PKCS#12 with the keys that wrap what seals the database, where that is not `keystore`
 * @param keystorePasswordFile where their password stands; or `keystorePassword` from the environment
 */
@Validated
@ConfigurationProperties("dianqiao")
public record Settings(
        @DefaultValue(".") String home,

        @DefaultValue("gateway") @Pattern(regexp = "[a-z0-9][a-z0-9.-]{0,63}")
        String id,

        @NotNull Sandbox sandbox,
        @Nullable String keystore,
        @Nullable String wrappingKeystore,
        @Nullable String keystorePasswordFile,
        @Nullable String keystorePassword) {

    public enum Sandbox {
        FULL,
        KEYS,
        OFF;

        public boolean keys() {
            return this != OFF;
        }
    }

    /** Not bound as a path: Spring would look for a relative one in the web server's folder. */
    public Path root() {
        return Path.of(home).toAbsolutePath().normalize();
    }

    public Path routes() {
        return root().resolve("routes");
    }

    public Path mappings() {
        return root().resolve("mappings");
    }

    public Path certs() {
        return root().resolve("certs");
    }

    /** What partners' files refer to and do not hold. */
    public Path secrets() {
        return root().resolve("secrets");
    }

    public Path data() {
        return root().resolve("data");
    }

    public Path sandboxKeys() {
        return data().resolve("sandbox");
    }

    /** Of a simulator that comes and goes while the gateway runs. */
    Path playedSecrets() {
        return sandboxKeys().resolve("approval-exchange");
    }

    /** Revocation lists that the gateway fetched itself. */
    Path fetchedLists() {
        return data().resolve("revoked");
    }

    /** Whom we believe. */
    public TrustFiles trust() {
        List<Path> anchors = new ArrayList<>(List.of(certs().resolve("anchors")));
        List<Path> partners = new ArrayList<>(List.of(certs().resolve("partners")));
        if (sandbox.keys()) {
            anchors.add(sandboxKeys().resolve("root.pem"));
            partners.add(sandboxKeys());
        }
        return new TrustFiles(anchors, partners, List.of(certs().resolve("revoked"), fetchedLists()));
    }

    /** Who may make seals: others than those who may sign messages. */
    TrustFiles sealMakers() {
        Path seals = certs().resolve("seals");
        List<Path> anchors = new ArrayList<>(List.of(seals));
        if (sandbox.keys()) {
            anchors.add(sandboxKeys().resolve("root.pem"));
        }
        return new TrustFiles(anchors, List.of(), List.of(seals.resolve("revoked")));
    }
}
