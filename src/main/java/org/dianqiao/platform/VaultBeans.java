package org.dianqiao.platform;

import java.time.Clock;
import java.util.List;
import org.dianqiao.files.Watched;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.vault.DataKeyStore;
import org.dianqiao.vault.Vault;
import org.dianqiao.vault.WrappingKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What seals the database, and the keys behind it. */
@Configuration(proxyBeanMethods = false)
class VaultBeans {

    @Bean
    Watched<WrappingKeys> wrappingKeys(Settings settings, SigningKey afterKeysAreMade) {
        Keystore keystore = Keystore.wrapping(settings);
        return new Watched<>(List.of(keystore.file()), () -> WrappingKeys.read(keystore.file(), keystore.password()));
    }

    @Bean
    Vault vault(DataKeyStore store, Watched<WrappingKeys> wrapping, Clock clock) {
        return new Vault(store, wrapping, clock);
    }
}
