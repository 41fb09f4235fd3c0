package org.dianqiao.partner;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.catalogue.Service;
import org.dianqiao.codes.Region;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Yaml;
import org.dianqiao.partner.Partner.Grant;
import org.dianqiao.partner.Partner.Kind;
import org.dianqiao.partner.Partner.Name;
import org.dianqiao.partner.Partner.Rate;
import org.jspecify.annotations.Nullable;

/** Reads one partner's file. */
final class PartnerFile {

    private static final Set<String> MEMBERS =
            Set.of("id", "name", "kind", "region", "utility", "department", "endpoint", "sends", "receives", "rate");
    private static final Set<String> UTILITIES = Set.of("electricity", "water", "gas", "broadband", "heat");
    private static final Set<String> DEPARTMENTS = Set.of(
            "planning",
            "municipal",
            "greening",
            "traffic-police",
            "transport",
            "forestry",
            "housing",
            "development",
            "energy",
            "river",
            "highway",
            "railway",
            "water-diversion",
            "defence-cable");
    private static final Rate USUAL = new Rate(50, 100);

    /** Who leaves a list is not in a hurry, but the list is. */
    private static final Rate USUAL_OF_LISTS = new Rate(500, 1000);

    private final Yaml at;
    private final Catalogue catalogue;
    private final SecretPlaces secrets;

    private PartnerFile(Yaml at, Catalogue catalogue, SecretPlaces secrets) {
        this.at = at;
        this.catalogue = catalogue;
        this.secrets = secrets;
    }

    static Partner read(Path file, Catalogue catalogue, SecretPlaces secrets, List<Fault> faults) {
        return new PartnerFile(Yaml.read(file, faults), catalogue, secrets).partner(file);
    }

    private Partner partner(Path file) {
        at.only(MEMBERS);
        Endpoint endpoint = endpoint();
        return new Partner(
                id(file),
                name(),
                kind(),
                at.value("region", Region::of).orElseGet(this::regionMissing),
                word("utility", UTILITIES),
                word("department", DEPARTMENTS),
                endpoint,
                sends(),
                receives(),
                rate(endpoint != null && endpoint.isFolder() ? USUAL_OF_LISTS : USUAL));
    }

    private String id(Path file) {
        String id = at.text("id");
        if (!id.matches("[a-z0-9][a-z0-9.-]*") || id.length() > 64) {
            at.fault("`" + id + "` cannot be a partner's id");
        }
        if (!file.getFileName().toString().equals(id + ".yaml")) {
            at.fault("a partner's file is named after its id: " + id + ".yaml");
        }
        return id;
    }

    private Name name() {
        Yaml name = at.child("name");
        name.only(Set.of("zh", "en"));
        return new Name(name.text("zh"), name.text("en"));
    }

    private Kind kind() {
        at.text("kind");
        return at.word("kind", Kind.class).orElse(Kind.CHANNEL);
    }

    private Region regionMissing() {
        at.fault("`region` must be a six-digit division code");
        return Region.of("000000");
    }

    private @Nullable String word(String member, Set<String> words) {
        Optional<String> word = at.maybe(member);
        word.filter(text -> !words.contains(text)).ifPresent(text -> at.child(member)
                .fault("`" + text + "` is not one of " + words.stream().sorted().toList()));
        return word.orElse(null);
    }

    private @Nullable Endpoint endpoint() {
        Yaml endpoint = at.child("endpoint");
        return endpoint.present() ? EndpointEntry.read(endpoint, secrets) : null;
    }

    private Map<String, Grant> sends() {
        Map<String, Grant> grants = new LinkedHashMap<>();
        for (Yaml grant : at.list("sends")) {
            grant.only(Set.of("service", "purposes"));
            String service = known(grant, grant.text("service"));
            Set<String> purposes = Set.copyOf(grant.texts("purposes"));
            if (grants.put(service, new Grant(service, purposes)) != null) {
                grant.fault("`" + service + "` is granted twice");
            }
            catalogue.find(service).ifPresent(found -> checkGrant(grant, found, purposes));
        }
        return grants;
    }

    private static void checkGrant(Yaml grant, Service service, Set<String> purposes) {
        if (service.provider() == Service.Provider.OUTGOING) {
            grant.fault("`" + service.name() + "` is said by the gateway only; it can be received, not sent");
        }
        if (service.wantsPurpose() && purposes.isEmpty()) {
            grant.fault("`" + service.name() + "` asks for personal data: name the `purposes` it is granted for");
        }
    }

    private Set<String> receives() {
        Set<String> services = new HashSet<>();
        at.list("receives").forEach(item -> services.add(known(item, item.scalar())));
        return services;
    }

    private String known(Yaml where, String service) {
        if (!catalogue.knows(service)) {
            where.fault("there is no service `" + service + "` in services.yaml");
        }
        return service;
    }

    private Rate rate(Rate usual) {
        Yaml rate = at.child("rate");
        if (!rate.present()) {
            return usual;
        }
        rate.only(Set.of("perSecond", "burst"));
        int perSecond = rate.value("perSecond", PartnerFile::positive).orElse(usual.perSecond());
        return new Rate(perSecond, rate.value("burst", PartnerFile::positive).orElse(2 * perSecond));
    }

    private static int positive(String text) {
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new IllegalArgumentException("a number from 1 to 9999999 is expected");
        }
        return Integer.parseInt(text);
    }
}
