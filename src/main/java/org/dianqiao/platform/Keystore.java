package org.dianqiao.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.trust.SigningKey;

/** A PKCS#12 file and what opens it. */
public record Keystore(Path file, char[] password) {

    /** The one with the key that signs. */
    public static Keystore signing(Settings settings) {
        if (settings.sandbox().keys()) {
            Path folder = settings.sandboxKeys();
            return new Keystore(folder.resolve("gateway.p12"), password(folder.resolve("gateway.password")));
        }
        return new Keystore(own(settings), ownPassword(settings));
    }

    /** The one with the keys that wrap the data keys. The sandbox's signing key comes and goes; these stay. */
    static Keystore wrapping(Settings settings) {
        if (settings.sandbox().keys()) {
            Path folder = settings.sandboxKeys();
            return new Keystore(folder.resolve("wrapping.p12"), password(folder.resolve("wrapping.password")));
        }
        String apart = settings.wrappingKeystore();
        return new Keystore(apart == null ? own(settings) : Path.of(apart), ownPassword(settings));
    }

    /** The key in it that signs. */
    public SigningKey key() {
        return SigningKey.open(file, password);
    }

    private static Path own(Settings settings) {
        if (settings.keystore() == null) {
            throw new BadFiles(new Fault(
                    Path.of("dianqiao.keystore"),
                    "without the sandbox a PKCS#12 file with the gateway's signing key is needed (DIANQIAO_KEYSTORE)"));
        }
        return Path.of(settings.keystore());
    }

    private static char[] ownPassword(Settings settings) {
        if (settings.keystorePasswordFile() != null) {
            return password(Path.of(settings.keystorePasswordFile()));
        }
        if (settings.keystorePassword() == null) {
            throw new BadFiles(new Fault(
                    own(settings),
                    "its password is not given: DIANQIAO_KEYSTORE_PASSWORD_FILE or DIANQIAO_KEYSTORE_PASSWORD"));
        }
        return settings.keystorePassword().toCharArray();
    }

    private static char[] password(Path file) {
        try {
            return Files.readString(file).strip().toCharArray();
        } catch (IOException e) {
            throw new BadFiles(new Fault(file, "cannot be read: " + e.getMessage()));
        }
    }
}
