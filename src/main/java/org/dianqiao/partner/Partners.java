package org.dianqiao.partner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    public static Partners read(Path folder, Catalogue catalogue, String ourId) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Partner> partners = new TreeMap<>();
        for (Path file : Yaml.files(folder, ".yaml")) {
            Partner partner = PartnerFile.read(file, catalogue, faults);
            partners.put(partner.id(), partner);
            if (partner.id().equals(ourId)) {
                faults.add(new Fault(file, "`" + ourId + "` is the gateway's own id"));
            }
        }
        if (!faults.isEmpty()) {
            throw new BadFiles(faults);
        }
        return new Partners(partners);
    }

    public Optional<Partner> find(String id) {
        return Optional.ofNullable(partners.get(id));
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
