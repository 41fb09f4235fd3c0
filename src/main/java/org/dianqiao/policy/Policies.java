package org.dianqiao.policy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All packs in all their versions. Of each the version in force on a day decides for that day. */
public final class Policies {

    private final Map<String, List<Pack>> packs;
    /** By the pack itself: no need to compare all that stands in it. */
    private final IdentityHashMap<Pack, Map<LocalDate, Book>> books = new IdentityHashMap<>();

    /** The versions of each pack by its id, the earliest first. */
    Policies(Map<String, List<Pack>> packs) {
        this.packs = packs;
        days().forEach(day -> packs.keySet().stream()
                .flatMap(id -> version(id, day).stream())
                .forEach(pack -> books.computeIfAbsent(pack, any -> new LinkedHashMap<>())
                        .put(day, bound(pack, day))));
    }

    /** Reads every pack of the folder; the faults of all its files come together. */
    public static Policies read(Path folder) {
        return PackFolder.read(folder);
    }

    /** The days on which a version of some pack comes into force. */
    private List<LocalDate> days() {
        return packs.values().stream()
                .flatMap(List::stream)
                .map(Pack::inForce)
                .distinct()
                .sorted()
                .toList();
    }

    private Book bound(Pack pack, LocalDate day) {
        List<Pack> chain = new ArrayList<>();
        for (Optional<Pack> next = Optional.of(pack); next.isPresent(); next = parent(next.get(), day)) {
            chain.add(next.get());
        }
        return new Book(chain);
    }

    private Optional<Pack> parent(Pack pack, LocalDate day) {
        return Optional.ofNullable(pack.parent()).flatMap(id -> version(id, day));
    }

    /** The version in force on a day. */
    private Optional<Pack> version(String id, LocalDate day) {
        return packs.getOrDefault(id, List.of()).stream()
                .filter(pack -> !pack.inForce().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    public List<String> ids() {
        return List.copyOf(packs.keySet());
    }

    /** All versions of a pack, the earliest first. */
    public List<Pack> versions(String id) {
        return packs.getOrDefault(id, List.of());
    }

    /** A pack as it stands on a day. */
    public Optional<Book> book(String id, LocalDate day) {
        return version(id, day).map(pack -> held(pack, day));
    }

    /** One version of a pack, in force or not, with those above it as they stand on a day; not before its own day. */
    public Book book(Pack version, LocalDate day) {
        return bound(version, day.isBefore(version.inForce()) ? version.inForce() : day);
    }

    /** Bound once for all: for each day on which something came into force. */
    private Book held(Pack pack, LocalDate day) {
        Book latest = null;
        for (Map.Entry<LocalDate, Book> each :
                books.getOrDefault(pack, Map.of()).entrySet()) {
            latest = each.getKey().isAfter(day) ? latest : each.getValue();
        }
        return Objects.requireNonNull(latest);
    }

    /** The pack that speaks for a division on a day: the nearest one. None only before the first pack's day. */
    public Optional<Book> of(String region, LocalDate day) {
        return packs.keySet().stream()
                .flatMap(id -> version(id, day).stream())
                .filter(pack -> pack.nearness(region) >= 0)
                .max(Comparator.comparingInt(pack -> pack.nearness(region)))
                .map(pack -> held(pack, day));
    }
}
