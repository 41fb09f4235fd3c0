package org.dianqiao.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.dianqiao.files.Watched;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Vaults outside a gateway. */
public final class Vaults {

    static final char[] PASSWORD = "金水-371".toCharArray();

    private Vaults() {}

    /** Its wrapping keys are in the folder, and made at the first need. */
    public static Vault over(JdbcClient database, Path folder, Clock clock) {
        return new Vault(new DataKeyStore(database), keys(folder.resolve("vault.p12")), clock);
    }

    static Watched<WrappingKeys> keys(Path keystore) {
        if (!Files.exists(keystore)) {
            new Rotation(keystore, PASSWORD, Clock.systemUTC()).addKey();
        }
        return new Watched<>(List.of(keystore), () -> WrappingKeys.read(keystore, PASSWORD));
    }
}
