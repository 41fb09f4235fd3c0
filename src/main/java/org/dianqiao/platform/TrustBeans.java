package org.dianqiao.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Watched;
import org.dianqiao.sandbox.SandboxKeys;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Trust;
import org.dianqiao.trust.TrustFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom we believe, and with which key we speak. */
@Configuration(proxyBeanMethods = false)
class TrustBeans {

    /** In microseconds, as the database keeps time: what is told now and what is read later are one time. */
    @Bean
    Clock clock() {
        return new MicrosecondClock(Clock.systemUTC());
    }

    @Bean
    SigningKey signingKey(Settings settings, FolderLock afterDataIsOurs, Clock clock) throws IOException {
        Path folder = settings.sandboxKeys();
        if (settings.sandbox().keys()) {
            SandboxKeys.make(folder, clock);
            return SigningKey.open(folder.resolve("gateway.p12"), password(folder.resolve("gateway.password")));
        }
        SigningKey key = SigningKey.open(keystore(settings), keystorePassword(settings));
        if (key.certificate().issuer().contains("Sandbox")) {
            throw new BadFiles(
                    new Fault(keystore(settings), "a sandbox key: without the sandbox a key of your own is needed"));
        }
        return key;
    }

    @Bean
    Watched<Trust> trust(Settings settings, SigningKey afterKeysAreMade) {
        TrustFiles files = files(settings);
        return new Watched<>(files.places(), () -> Trust.read(files));
    }

    private static TrustFiles files(Settings settings) {
        List<Path> anchors = new ArrayList<>(List.of(settings.certs().resolve("anchors")));
        List<Path> partners = new ArrayList<>(List.of(settings.certs().resolve("partners")));
        if (settings.sandbox().keys()) {
            anchors.add(settings.sandboxKeys().resolve("root.pem"));
            partners.add(settings.sandboxKeys());
        }
        return new TrustFiles(anchors, partners, settings.certs().resolve("revoked"));
    }

    private static Path keystore(Settings settings) {
        if (settings.keystore() == null) {
            throw new BadFiles(new Fault(
                    Path.of("dianqiao.keystore"),
                    "without the sandbox a PKCS#12 file with the gateway's signing key is needed (DIANQIAO_KEYSTORE)"));
        }
        return Path.of(settings.keystore());
    }

    private static char[] keystorePassword(Settings settings) {
        if (settings.keystorePasswordFile() != null) {
            return password(Path.of(settings.keystorePasswordFile()));
        }
        if (settings.keystorePassword() == null) {
            throw new BadFiles(new Fault(
                    keystore(settings),
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
