package org.dianqiao.platform;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.KeptTrust;
import org.dianqiao.ofd.SealCheck;
import org.dianqiao.revocation.FetchedLists;
import org.dianqiao.sandbox.SandboxKeys;
import org.dianqiao.trust.OpeningKey;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Trust;
import org.dianqiao.trust.TrustFiles;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;

/** Whom we believe, and with which key we speak. */
@Configuration(proxyBeanMethods = false)
class TrustBeans {

    /** In microseconds, as the database keeps time: what is told now and what is read later are one time. */
    @Bean
    Clock clock() {
        return new MicrosecondClock(Clock.systemUTC());
    }

    /** The sandbox's keys are made with it, in a data folder that is ours: all who read them come after it. */
    @Bean
    @DependsOn("data")
    SigningKey signingKey(Settings settings, Clock clock) throws IOException {
        if (settings.sandbox().keys()) {
            SandboxKeys.make(settings.sandboxKeys(), clock);
        }
        Keystore keystore = Keystore.signing(settings);
        SigningKey key = keystore.key();
        if (!settings.sandbox().keys() && key.certificate().issuer().contains("Sandbox")) {
            throw new BadFiles(
                    new Fault(keystore.file(), "a sandbox key: without the sandbox a key of your own is needed"));
        }
        return key;
    }

    /** In the same file as the key that signs, with which it is made. */
    @Bean
    @DependsOn("signingKey")
    OpeningKey openingKey(Settings settings) {
        Keystore keystore = Keystore.signing(settings);
        return OpeningKey.open(keystore.file(), keystore.password());
    }

    @Bean
    @Primary
    Watched<Trust> trust(Settings settings, SigningKey key, KeptTrust kept) {
        TrustFiles files = settings.trust();
        kept.keep(key.chain());
        return new Watched<>(files.places(), () -> kept.keep(Trust.read(files, key.chain())));
    }

    /** Looked at for changes like everything else that is watched. */
    @Bean
    @DependsOn("signingKey")
    Watched<Trust> sealMakers(Settings settings) {
        TrustFiles files = settings.sealMakers();
        return new Watched<>(files.places(), () -> Trust.read(files, List.of()));
    }

    @Bean
    SealCheck sealCheck(@Qualifier("sealMakers") Watched<Trust> makers, Clock clock) {
        return new SealCheck(makers, clock);
    }

    @Bean
    FetchedLists fetchedLists(Settings settings) {
        return new FetchedLists(settings.fetchedLists());
    }
}
