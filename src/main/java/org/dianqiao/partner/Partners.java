package org.dianqiao.partner;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Yaml;

/** The directory: every partner, and who of them acts where. */
public final class Partners {

    private final Map<String, Partner> partners;

    private Partners(Map<String, Partner> partners) {
        this.partners = partners;
    }

    public static Partners read(Path folder, Catalogue catalogue, SecretPlaces secrets, String ourId) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Partner> partners = new TreeMap<>();
        for (Path file : Yaml.files(folder, ".yaml")) {
            Partner partner = PartnerFile.read(file, catalogue, secrets, faults);
            partners.put(partner.id(), partner);
            if (partner.id().equals(ourId)) {
                faults.add(new Fault(file, "`" + ourId + "` is the gateway's own id"));
            }
        }
        refuseSharedFolders(folder, partners.values(), faults);
        if (!faults.isEmpty()) {
            throw new BadFiles(faults);
        }
        return new Partners(partners);
    }

    /** Whose folder it is says who speaks. */
    private static void refuseSharedFolders(Path folder, Collection<Partner> partners, List<Fault> faults) {
        Set<URI> taken = new HashSet<>();
        for (Partner partner : partners) {
            Endpoint endpoint = partner.endpoint();
            if (endpoint != null && endpoint.isFolder() && !taken.add(endpoint.url())) {
                faults.add(new Fault(
                        folder.resolve(partner.id() + ".yaml"), endpoint.url() + " is another partner's already"));
            }
        }
    }

    public Optional<Partner> find(String id) {
        return Optional.ofNullable(partners.get(id));
    }

    /** Where what is said to this partner goes. */
    public Endpoint endpoint(String id) {
        return find(id).map(Partner::endpoint).orElseThrow(() -> new NoEndpoint(id));
    }

    public Collection<Partner> all() {
        return partners.values();
    }

    /** Everyone who receives a service for a region. */
    public Stream<Partner> receivers(String service, String regionCode) {
        return partners.values().stream().filter(partner -> partner.receives(service) && partner.actsFor(regionCode));
    }

    /** Of those who receive a service for a region, the one with the smallest district that contains it. */
    public Optional<Partner> nearest(String service, String regionCode, Predicate<Partner> suitable) {
        return receivers(service, regionCode).filter(suitable).max(Comparator.comparingInt(partner -> partner.region()
                .depth()));
    }
}
