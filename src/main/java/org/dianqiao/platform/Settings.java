package org.dianqiao.platform;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
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
    private Path root() {
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

    public Path data() {
        return root().resolve("data");
    }

    public Path sandboxKeys() {
        return data().resolve("sandbox");
    }
}
