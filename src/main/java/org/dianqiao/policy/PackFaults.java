package org.dianqiao.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianqiao.files.Fault;

/** What can only be seen wrong when all packs are there: a division of two packs, a rule that is switched off and unknown. */
record PackFaults(Map<String, List<Place>> versions, List<Fault> faults) {

    private static final String COUNTRY = "100000";

    void find() {
        packs().forEach(this::findStrangers);
        packs().forEach(PackFaults::findTwoMeanings);
        packs().map(pack -> pack.text("inForce")).distinct().forEach(this::findTwoMasters);
        if (packs().noneMatch(pack -> !pack.at("parent").present() && isOfTheCountry(pack))) {
            packs().findFirst()
                    .ifPresent(pack -> pack.fault("no pack without `parent` speaks for the whole country (100000)"));
        }
    }

    private Stream<Place> packs() {
        return versions.values().stream().flatMap(List::stream);
    }

    private static boolean isOfTheCountry(Place pack) {
        return pack.texts("regions").stream()
                .anyMatch(region -> division(region).equals(COUNTRY));
    }

    /** The ids of its rules, whatever their section. */
    private static Set<String> rules(Place pack) {
        return Stream.of(Section.values())
                .flatMap(section -> pack.items(section.written()))
                .map(rule -> rule.text("id"))
                .collect(Collectors.toSet());
    }

    private void findStrangers(Place pack) {
        Set<String> inherited = new HashSet<>();
        above(pack, new HashSet<>()).forEach(each -> inherited.addAll(rules(each)));
        pack.items("without")
                .filter(rule -> !inherited.contains(rule.node().asText()))
                .forEach(rule -> rule.fault(rule.node().asText() + " is not inherited"));
    }

    /** All that it may inherit from, in any of their versions. */
    private Set<Place> above(Place pack, Set<Place> found) {
        versions.getOrDefault(pack.text("parent"), List.of()).stream()
                .filter(found::add)
                .forEach(parent -> above(parent, found));
        return found;
    }

    private static void findTwoMeanings(Place pack) {
        Set<String> own = rules(pack);
        pack.items("elsewhere")
                .filter(each -> own.contains(each.text("id")))
                .forEach(each -> each.fault("it is a rule of this pack, and also `elsewhere`"));
    }

    /** Of the versions that are in force from that day on. */
    private void findTwoMasters(String day) {
        Map<String, String> masters = new HashMap<>();
        versions.values().stream().flatMap(each -> inForce(each, day).stream()).forEach(pack -> pack.items("regions")
                .forEach(region -> {
                    String other = masters.putIfAbsent(division(region.node().asText()), pack.text("pack"));
                    if (other != null) {
                        region.fault(
                                "the division " + region.node().asText() + " belongs to the pack `" + other + "` too");
                    }
                }));
    }

    /** The country has two codes. */
    private static String division(String code) {
        return code.equals("000000") ? COUNTRY : code;
    }

    private static Optional<Place> inForce(List<Place> versions, String day) {
        return versions.stream()
                .filter(pack -> pack.text("inForce").compareTo(day) <= 0)
                .reduce((earlier, later) -> later);
    }
}
