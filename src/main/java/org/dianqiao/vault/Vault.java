package org.dianqiao.vault;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dianqiao.files.Watched;
import org.dianqiao.vault.DataKeyStore.Day;

/**
 * Seals what may be personal before it goes into the database, and opens what comes out. `place` says where it stands:
 * sealed bytes that somebody moved to another row do not open there.
 *
 * <p>A data key is in the database before anything is sealed under it, in a transaction of its own; so the clock begins
 * the next one, never a message. Keys that are open stay so in memory.
 */
public class Vault {

    private static final int MOST_OPEN = 400;

    private final DataKeyStore store;
    private final Watched<WrappingKeys> wrapping;
    private final Clock clock;
    private final Map<Long, DataKey> open = new ConcurrentHashMap<>();
    private volatile DataKey current;

    /** BadFiles where there are data keys that the wrapping keys at hand do not open. */
    public Vault(DataKeyStore store, Watched<WrappingKeys> wrapping, Clock clock) {
        this.store = store;
        this.wrapping = wrapping;
        this.clock = clock;
        this.current = newest();
    }

    public byte[] lock(byte[] clear, String place) {
        return current.lock(clear, place);
    }

    /** DoesNotOpen where it was changed, stood elsewhere, or its key is not there. */
    public byte[] unlock(byte[] locked, String place) {
        long id = DataKey.idOf(locked, place);
        DataKey key = open.get(id);
        return (key != null ? key : find(id, place)).unlock(locked, place);
    }

    /** Goes over to the newest data key; begins one where today has none. */
    void turn() {
        current = newest();
    }

    /** Who cannot open all of them makes none: it would be one that others cannot open. */
    private DataKey newest() {
        wrapping.current().requireAll(store);
        Optional<Day> newest = store.newest().filter(day -> !day.day().isBefore(today()));
        long id = newest.or(this::begin).orElseThrow().key();
        return find(id, "data key of today");
    }

    private Optional<Day> begin() {
        long id = DataKey.newId();
        Day day = new Day(id, today(), 0);
        store.begin(day, clock.instant(), wrapping.current().wraps(id, DataKey.random()));
        return store.newest();
    }

    private DataKey find(long id, String place) {
        DataKey known = open.get(id);
        if (known != null) {
            return known;
        }
        byte[] key = wrapping.current()
                .unwrap(id, store.wraps(id))
                .orElseThrow(() -> new DoesNotOpen(place, "its data key %016x is not there".formatted(id)));
        return keep(new DataKey(id, key));
    }

    /** The first one that is kept stays: two would count their nonces apart. */
    private DataKey keep(DataKey key) {
        if (open.size() >= MOST_OPEN) {
            open.keySet().removeIf(id -> id != current.id());
        }
        DataKey before = open.putIfAbsent(key.id(), key);
        return before != null ? before : key;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
