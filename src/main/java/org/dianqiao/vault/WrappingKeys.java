package org.dianqiao.vault;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.trust.SecretsFile;

/** The keystore's wrapping keys, the newest last: several while one takes over from another. */
public final class WrappingKeys {

    static final String NAME = "wrapping";

    private final Path file;
    private final List<WrappingKey> keys;

    private WrappingKeys(SecretsFile secrets) {
        file = secrets.file();
        keys = secrets.secrets().stream()
                .filter(secret -> secret.name().startsWith(NAME))
                .map(WrappingKey::new)
                .toList();
    }

    /** BadFiles where the file cannot be used, or holds none. */
    public static WrappingKeys read(Path keystore, char[] password) {
        WrappingKeys keys = readAny(keystore, password);
        if (keys.all().isEmpty()) {
            throw new BadFiles(new Fault(
                    keystore,
                    "it holds no wrapping key for what stands in the database; make one: " + Rotation.COMMAND));
        }
        return keys;
    }

    static WrappingKeys readAny(Path keystore, char[] password) {
        SecretsFile file = open(keystore, password);
        try {
            return new WrappingKeys(file);
        } catch (IllegalArgumentException e) {
            throw bad(keystore, e);
        }
    }

    static SecretsFile open(Path keystore, char[] password) {
        try {
            return SecretsFile.read(keystore, password);
        } catch (IllegalArgumentException e) {
            throw bad(keystore, e);
        }
    }

    private static BadFiles bad(Path keystore, IllegalArgumentException why) {
        return new BadFiles(new Fault(keystore, String.valueOf(why.getMessage())));
    }

    /** BadFiles where the database has data keys that none of these opens: what they seal would be lost. */
    void requireAll(DataKeyStore store) {
        long strange = store.strange(ids());
        if (strange > 0) {
            throw new BadFiles(new Fault(
                    file,
                    "%d data keys in the database are wrapped by none of its keys; what they seal cannot be read"
                            .formatted(strange)));
        }
    }

    List<WrappingKey> all() {
        return keys;
    }

    /** Under which everything is to be wrapped from now on. */
    WrappingKey newest() {
        return keys.get(keys.size() - 1);
    }

    String[] ids() {
        return keys.stream().map(WrappingKey::id).toArray(String[]::new);
    }

    /** By all of them: a node that has not taken up the newest yet can still open it. */
    Map<String, byte[]> wraps(long dataKey, byte[] key) {
        return keys.stream()
                .collect(Collectors.toMap(WrappingKey::id, by -> by.wrap(dataKey, key), (one, same) -> one));
    }

    /** The data key, from whichever of these wraps is one of ours. */
    Optional<byte[]> unwrap(long dataKey, Map<String, byte[]> wraps) {
        for (WrappingKey key : keys) {
            byte[] wrapped = wraps.get(key.id());
            if (wrapped != null) {
                return key.unwrap(dataKey, wrapped);
            }
        }
        return Optional.empty();
    }
}
