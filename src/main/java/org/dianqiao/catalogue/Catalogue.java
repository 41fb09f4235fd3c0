package org.dianqiao.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dianqiao.catalogue.Service.Provider;
import org.dianqiao.catalogue.Service.Title;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Yaml;

/** All services of this gateway, and the names that the vocabulary has beyond them. */
public final class Catalogue {

    private static final Duration RETENTION = Duration.ofDays(1095);
    private static final Set<String> MEMBERS = Set.of(
            "title",
            "kind",
            "provider",
            "contract",
            "reply",
            "limit",
            "maxAge",
            "expiry",
            "purpose",
            "retention",
            "held",
            "regions");

    private final Map<String, Service> services;
    private final Set<String> vocabulary;

    private Catalogue(Map<String, Service> services, Set<String> vocabulary) {
        this.services = services;
        this.vocabulary = vocabulary;
    }

    /** Reads `services.yaml`; `contracts` says which contracts there are. */
    public static Catalogue read(Path file, Predicate<String> contracts) {
        List<Fault> faults = new ArrayList<>();
        Yaml root = Yaml.read(file, faults);
        root.only(Set.of("services", "vocabulary"));
        Map<String, Service> services = new LinkedHashMap<>();
        root.child("services").members().forEach((name, at) -> services.put(name, service(name, at, contracts)));
        if (services.isEmpty() && faults.isEmpty()) {
            root.fault("no services");
        }
        Set<String> vocabulary = new HashSet<>(root.texts("vocabulary"));
        if (!faults.isEmpty()) {
            throw new BadFiles(faults);
        }
        return new Catalogue(services, vocabulary);
    }

    public Optional<Service> find(String name) {
        return Optional.ofNullable(services.get(name));
    }

    public Collection<Service> all() {
        return services.values();
    }

    /** How long parts are kept, also those of a service that is no longer here. */
    public Duration retention(String service) {
        return find(service).map(Service::retention).orElse(RETENTION);
    }

    /** How old an answer can be that is still given again, whatever it answers. */
    public Duration longestHeld() {
        return all().stream()
                .map(Service::held)
                .filter(Objects::nonNull)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** How long something is kept that was told by several services. */
    public Duration longestRetention(Collection<String> told) {
        return told.stream().map(this::retention).max(Duration::compareTo).orElse(RETENTION);
    }

    /** A name that a grant may use: a service, or one of the vocabulary that this gateway does not carry yet. */
    public boolean knows(String name) {
        return services.containsKey(name) || vocabulary.contains(name);
    }

    private static Service service(String name, Yaml at, Predicate<String> contracts) {
        at.only(MEMBERS);
        if (!name.matches("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*") || name.length() > 64) {
            at.fault("`" + name + "` cannot be a service's name");
        }
        at.text("kind");
        Service.Kind kind = at.word("kind", Service.Kind.class).orElse(Service.Kind.EVENT);
        boolean query = kind == Service.Kind.QUERY;
        Yaml title = at.child("title");
        title.only(Set.of("zh", "en"));
        Service service = new Service(
                name,
                new Title(title.text("zh"), title.text("en")),
                kind,
                at.word("provider", Provider.class).orElse(Provider.GATEWAY),
                contract(at, "contract", contracts),
                contract(at, "reply", contracts),
                at.value("limit", Catalogue::bytes).orElse(1L << 20),
                at.value("maxAge", Catalogue::duration).orElse(query ? Duration.ofMinutes(5) : Duration.ofHours(72)),
                at.value("expiry", Catalogue::duration).orElse(Duration.ofHours(72)),
                at.value("purpose", Catalogue::required).orElse(false),
                at.value("retention", Catalogue::duration).orElse(RETENTION),
                at.value("held", Catalogue::duration).orElse(null),
                at.values("regions", JsonPointer::compile));
        refuseTooShortRetention(service, at);
        refuseHeldInVain(service, at);
        return service;
    }

    /** What a delivery carries must be there until the last attempt, a reply as long as its query is taken. */
    private static void refuseTooShortRetention(Service service, Yaml at) {
        boolean query = service.kind() == Service.Kind.QUERY;
        Duration needed = query ? service.maxAge() : service.maxAge().plus(service.expiry());
        if (service.retention().compareTo(needed) < 0) {
            at.child("retention")
                    .fault("`retention` is shorter than " + (query ? "`maxAge`" : "`maxAge` and `expiry` together")
                            + ": parts would be erased that are still needed");
        }
    }

    /** What we answer ourselves we know; and what is erased cannot be given again. */
    private static void refuseHeldInVain(Service service, Yaml at) {
        Duration held = service.held();
        if (held == null) {
            return;
        }
        if (service.kind() != Service.Kind.QUERY || service.provider() != Provider.PARTNERS) {
            at.child("held").fault("`held` is for queries that partners answer");
        }
        if (held.compareTo(service.retention()) > 0) {
            at.child("held").fault("`held` is longer than `retention`: the answers would be erased by then");
        }
    }

    private static @org.jspecify.annotations.Nullable String contract(
            Yaml at, String member, Predicate<String> contracts) {
        Optional<String> contract = at.maybe(member);
        contract.filter(contracts.negate())
                .ifPresent(name -> at.child(member).fault("there is no contract `" + name + "`"));
        return contract.orElse(null);
    }

    private static boolean required(String text) {
        return switch (text) {
            case "required" -> true;
            case "none" -> false;
            default -> throw new IllegalArgumentException("must be `required` or `none`");
        };
    }

    /** `90s`, `5m`, `72h`, `1095d`. */
    static Duration duration(String text) {
        long number = number(text, 1);
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            case 'd' -> Duration.ofDays(number);
            default -> throw new IllegalArgumentException("a time is written as 90s, 5m, 72h or 1095d");
        };
    }

    /** `256KiB`, `20MiB`, `4GiB`. */
    static long bytes(String text) {
        if (text.endsWith("KiB")) {
            return number(text, 3) << 10;
        }
        if (text.endsWith("MiB")) {
            return number(text, 3) << 20;
        }
        if (text.endsWith("GiB")) {
            return number(text, 3) << 30;
        }
        throw new IllegalArgumentException("a size is written as 256KiB, 20MiB or 4GiB");
    }

    private static long number(String text, int unit) {
        String digits = text.substring(0, Math.max(0, text.length() - unit));
        if (!digits.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("`" + text + "` does not begin with a number");
        }
        return Long.parseLong(digits);
    }
}
