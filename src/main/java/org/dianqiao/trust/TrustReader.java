package org.dianqiao.trust;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;

/** Reads the folders of certificates and lists, and collects what is wrong in all of them before it complains. */
final class TrustReader {

    private final TrustFolders folders = new TrustFolders();
    private final Set<Sm2Certificate> anchors = new LinkedHashSet<>();
    private final Set<Sm2Certificate> between = new LinkedHashSet<>();
    private final Map<String, Set<Sm2Certificate>> partners = new TreeMap<>();
    private final List<RevocationList> lists = new ArrayList<>();

    private TrustReader() {}

    static Trust read(TrustFiles files, List<Sm2Certificate> ownChain) {
        return new TrustReader().all(files, ownChain);
    }

    private Trust all(TrustFiles files, List<Sm2Certificate> ownChain) {
        ownChain.stream().filter(Sm2Certificate::authority).forEach(between::add);
        files.anchors().forEach(place -> folders.certificates(place, this::anchor));
        for (int root = 0; root < files.partners().size(); root++) {
            readPartners(files.partners().get(root), root > 0);
        }
        Authorities authorities = new Authorities(anchors, between);
        readLists(files.revoked(), authorities);
        List<Fault> faults = folders.faults();
        if (!faults.isEmpty()) {
            throw new BadFiles(faults);
        }
        List<Sm2Certificate> ours = ownChain.stream()
                .filter(certificate -> !certificate.authority())
                .toList();
        return new Trust(registered(), ours, authorities, new Revocations(lists));
    }

    private void readLists(List<Path> places, Authorities authorities) {
        for (int place = 0; place < places.size(); place++) {
            if (place > 0) {
                folders.fetchedLists(places.get(place), list -> lists.add(RevocationList.of(list, authorities)));
            } else {
                folders.lists(places.get(place), list -> lists.add(RevocationList.of(list, authorities)));
            }
        }
    }

    private void anchor(Sm2Certificate certificate) {
        Fields.require(certificate.use().signsCertificates(), certificate + " is not an authority's certificate");
        anchors.add(certificate);
    }

    private void readPartners(Path root, boolean keysBeside) {
        for (Path folder : folders.within(root)) {
            String partner = folder.getFileName().toString();
            if (keysBeside) {
                folders.certificatesBesideKeys(folder, certificate -> register(partner, certificate));
            } else {
                folders.certificates(folder, certificate -> register(partner, certificate));
            }
        }
    }

    private void register(String partner, Sm2Certificate certificate) {
        if (certificate.authority()) {
            between.add(certificate);
        } else {
            partners.computeIfAbsent(partner, first -> new LinkedHashSet<>()).add(certificate);
        }
    }

    private Map<String, List<Sm2Certificate>> registered() {
        return partners.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
