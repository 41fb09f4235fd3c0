package org.dianqiao.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.KeptTrust;
import org.dianqiao.revocation.FetchedLists;
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
        if (settings.sandbox().keys()) {
            SandboxKeys.make(settings.sandboxKeys(), clock);
        }
        Keystore keystore = Keystore.signing(settings);
        SigningKey key = SigningKey.open(keystore.file(), keystore.password());
        if (!settings.sandbox().keys() && key.certificate().issuer().contains("Sandbox")) {
            throw new BadFiles(
                    new Fault(keystore.file(), "a sandbox key: without the sandbox a key of your own is needed"));
        }
        return key;
    }

    @Bean
    Watched<Trust> trust(Settings settings, SigningKey key, KeptTrust kept) {
        TrustFiles files = files(settings);
        kept.keep(key.chain());
        return new Watched<>(files.places(), () -> kept.keep(Trust.read(files, key.chain())));
    }

    @Bean
    FetchedLists fetchedLists(Settings settings) {
        return new FetchedLists(fetched(settings));
    }

    private static Path fetched(Settings settings) {
        return settings.data().resolve("revoked");
    }

    private static TrustFiles files(Settings settings) {
        List<Path> anchors = new ArrayList<>(List.of(settings.certs().resolve("anchors")));
        List<Path> partners = new ArrayList<>(List.of(settings.certs().resolve("partners")));
        if (settings.sandbox().keys()) {
            anchors.add(settings.sandboxKeys().resolve("root.pem"));
            partners.add(settings.sandboxKeys());
        }
        return new TrustFiles(anchors, partners, List.of(settings.certs().resolve("revoked"), fetched(settings)));
    }
}
