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

    static Trust read(TrustFiles files) {
        return new TrustReader().all(files);
    }

    private Trust all(TrustFiles files) {
        files.anchors().forEach(place -> folders.certificates(place, this::anchor));
        for (int root = 0; root < files.partners().size(); root++) {
            readPartners(files.partners().get(root), root > 0);
        }
        Authorities authorities = new Authorities(anchors, between);
        folders.lists(files.revoked(), list -> lists.add(RevocationList.of(list, authorities)));
        List<Fault> faults = folders.faults();
        if (!faults.isEmpty()) {
            throw new BadFiles(faults);
        }
        return new Trust(registered(), authorities, new Revocations(lists));
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
