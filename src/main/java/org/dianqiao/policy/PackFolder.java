package org.dianqiao.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dianqiao.codes.Region;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.LinedJson;
import org.dianqiao.files.Yaml;
import org.dianqiao.policy.Pack.Text;

/** Reads the packs of a folder, each file one version of one pack; the faults of all files come together. */
final class PackFolder {

    private final List<Fault> faults = new ArrayList<>();

    /** The versions of each pack, the earliest first. */
    private final Map<String, List<Place>> versions = new LinkedHashMap<>();

    private final Map<Place, Terms> terms = new HashMap<>();

    private PackFolder() {}

    static Policies read(Path folder) {
        return new PackFolder().policies(folder);
    }

    private Policies policies(Path folder) {
        PackSchema schema = PackSchema.read(folder);
        List<Path> files = Yaml.files(folder, ".yaml");
        Yaml.files(folder, ".yml")
                .forEach(file -> faults.add(new Fault(file, "it is not read: its name must end in .yaml")));
        if (files.isEmpty()) {
            faults.add(new Fault(folder, "no policy pack is here"));
        }
        // Side by side, since checking the form is most of the work, and a start waits for it.
        files.parallelStream().map(file -> Opened.of(file, schema)).toList().forEach(this::add);
        refuse();
        versions.values().forEach(each -> each.sort(Comparator.comparing(pack -> pack.text("inForce"))));
        versions.values().forEach(this::refuseEqualVersions);
        places().forEach(this::refuseStrayParent);
        refuse();
        Map<String, List<Pack>> packs = new LinkedHashMap<>();
        versions.forEach(
                (id, each) -> packs.put(id, each.stream().map(this::pack).toList()));
        new PackFaults(versions, faults).find();
        refuse();
        return new Policies(packs);
    }

    private void refuse() {
        if (!faults.isEmpty()) {
            throw new BadFiles(faults.stream().distinct().toList());
        }
    }

    /** One file as it was found; nothing but faults where its form is not that of a pack. */
    private record Opened(Optional<LinedJson> pack, List<Fault> faults) {

        static Opened of(Path file, PackSchema schema) {
            List<Fault> faults = new ArrayList<>();
            Optional<LinedJson> read = LinedJson.read(file, faults);
            read.ifPresent(pack -> faults.addAll(schema.faults(pack)));
            read.ifPresent(pack -> pack.twice()
                    .forEach(place ->
                            faults.add(pack.fault(place, Place.ruleOf(pack, place) + "it stands here twice"))));
            return new Opened(read.filter(pack -> faults.isEmpty()), faults);
        }
    }

    private void add(Opened file) {
        faults.addAll(file.faults());
        file.pack().map(pack -> Place.root(pack, faults)).ifPresent(pack -> versions.computeIfAbsent(
                        pack.text("pack"), id -> new ArrayList<>())
                .add(pack));
    }

    private Stream<Place> places() {
        return versions.values().stream().flatMap(List::stream);
    }

    private void refuseEqualVersions(List<Place> versions) {
        for (int i = 1; i < versions.size(); i++) {
            Place earlier = versions.get(i - 1);
            Place later = versions.get(i);
            if (later.text("inForce").equals(earlier.text("inForce"))) {
                later.at("inForce")
                        .fault("another version comes into force on that day: "
                                + earlier.file().file());
            }
            if (versions.subList(0, i).stream()
                    .anyMatch(one -> one.text("version").equals(later.text("version")))) {
                later.at("version").fault("this version is there already");
            }
        }
    }

    private void refuseStrayParent(Place pack) {
        Place at = pack;
        List<String> way = new ArrayList<>();
        while (at.at("parent").present()) {
            way.add(at.text("pack"));
            Optional<Place> parent = parent(at, pack.text("inForce"));
            if (parent.isEmpty()) {
                pack.at("parent")
                        .fault("no version of the pack `" + at.text("parent") + "` is in force on "
                                + pack.text("inForce"));
                return;
            }
            if (way.contains(parent.get().text("pack"))) {
                pack.at("parent").fault("the pack inherits from itself: " + way);
                return;
            }
            at = parent.get();
        }
    }

    private Optional<Place> parent(Place pack, String day) {
        return versions.getOrDefault(pack.text("parent"), List.of()).stream()
                .filter(each -> each.text("inForce").compareTo(day) <= 0)
                .reduce((earlier, later) -> later);
    }

    private Terms terms(Place pack) {
        Terms known = terms.get(pack);
        if (known == null) {
            Optional<Place> parent =
                    pack.at("parent").present() ? parent(pack, pack.text("inForce")) : Optional.empty();
            known = new Terms(pack, parent.map(this::terms).map(Terms::known).orElse(Map.of()));
            terms.put(pack, known);
        }
        return known;
    }

    private Pack pack(Place at) {
        Map<String, Text> texts = texts(at);
        Rules rules = new Rules(at, terms(at), texts);
        return new Pack(
                at.file().file(),
                at.text("pack"),
                at.text("version"),
                at.date("inForce"),
                at.wording("title"),
                at.at("parent").present() ? at.text("parent") : null,
                at.texts("regions").stream().map(Region::of).toList(),
                List.copyOf(texts.values()),
                rules.read(),
                at.texts("without"),
                terms(at).of("documents"),
                owners(at.at("owners"), rules),
                rules.elsewhere());
    }

    private static Map<String, List<Permit.Task>> owners(Place at, Rules rules) {
        Map<String, List<Permit.Task>> owners = new LinkedHashMap<>();
        at.names().forEach(crossing -> owners.put(crossing, rules.tasks(at, crossing)));
        return owners;
    }

    private static Map<String, Text> texts(Place pack) {
        Map<String, Text> texts = new LinkedHashMap<>();
        Place at = pack.at("texts");
        at.names().forEach(code -> {
            Place text = at.at(code);
            texts.put(
                    code,
                    new Text(code, text.text("name"), text.wording("title"), Rules.effective(text.at("effective"))));
        });
        return texts;
    }
}
