package org.dianqiao.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.trust.NamedSecret;
import org.dianqiao.trust.SecretsFile;
import org.dianqiao.vault.DataKeyStore.Day;

/**
 * How one wrapping key takes over from another while gateways work.
 *
 * <p>The danger is a data key that nobody can unwrap. So nothing is replaced: the new key joins the keystore, then each
 * data key is wrapped by it as well, then another data key begins; and the keys from before are forgotten by a run of its
 * own, when all nodes have taken up the new one. Whatever ends between two steps leaves everything readable, and the next
 * run goes on from there.
 */
public final class Rotation {

    public static final String COMMAND = "java -jar dianqiao.jar rotate";

    private final Path keystore;
    private final char[] password;
    private final Clock clock;

    public Rotation(Path keystore, char[] password, Clock clock) {
        this.keystore = keystore;
        this.password = password.clone();
        this.clock = clock;
    }

    /** Where the database was never filled, the first key is all there is to do. */
    public String addKey() {
        SecretsFile file = file();
        String name = WrappingKeys.NAME + " " + clock.instant();
        file.with(new NamedSecret(name, DataKey.random())).write();
        return name;
    }

    /** What a rotation begins with: there is none where something is lost already. */
    public void requireAllReadable(DataKeyStore store) {
        WrappingKeys keys = WrappingKeys.readAny(keystore, password);
        keys.requireAll(store);
    }

    /** Wraps every data key with the newest wrapping key too; how many there are. */
    public int wrapAll(DataKeyStore store) {
        WrappingKeys keys = WrappingKeys.read(keystore, password);
        WrappingKey newest = keys.newest();
        for (Day day : store.all()) {
            Map<String, byte[]> wraps = store.wraps(day.key());
            if (!wraps.containsKey(newest.id())) {
                store.wrap(day.key(), newest.id(), newest.wrap(day.key(), open(keys, day, wraps)));
            }
        }
        return store.all().size();
    }

    /** From now on another data key is used, from today's until the next day's. */
    public void beginDataKey(DataKeyStore store) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Day next = store.newest()
                .filter(day -> !day.day().isBefore(today))
                .map(day -> new Day(DataKey.newId(), day.day(), day.turn() + 1))
                .orElseGet(() -> new Day(DataKey.newId(), today, 0));
        byte[] key = DataKey.random();
        store.begin(next, clock.instant(), WrappingKeys.read(keystore, password).wraps(next.key(), key));
    }

    /** Nothing is unwrapped by other keys than the newest any more; how many keys left the keystore. */
    public int forget(DataKeyStore store) {
        wrapAll(store);
        WrappingKeys keys = WrappingKeys.read(keystore, password);
        store.forgetOthers(keys.newest().id());
        file().without(secret -> isOld(secret, keys)).write();
        return keys.all().size() - 1;
    }

    private static boolean isOld(NamedSecret secret, WrappingKeys keys) {
        return secret.name().startsWith(WrappingKeys.NAME)
                && !new WrappingKey(secret).id().equals(keys.newest().id());
    }

    private byte[] open(WrappingKeys keys, Day day, Map<String, byte[]> wraps) {
        return keys.unwrap(day.key(), wraps)
                .orElseThrow(() -> new BadFiles(
                        new Fault(keystore, "none of its keys opens the data key of %s".formatted(day.day()))));
    }

    private SecretsFile file() {
        return Files.exists(keystore) ? WrappingKeys.open(keystore, password) : SecretsFile.empty(keystore, password);
    }
}
