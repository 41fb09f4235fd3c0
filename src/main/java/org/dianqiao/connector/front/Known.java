package org.dianqiao.connector.front;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of the projects and items that some rows speak of; what these rows add is kept when they are done.
 * Several threads at once may learn.
 */
final class Known {

    private final Map<String, Project> projects = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> byCode = new ConcurrentHashMap<>();
    private final Map<String, Item> items = new ConcurrentHashMap<>();
    private final Map<String, Project> newProjects = new ConcurrentHashMap<>();
    private final Map<String, Item> newItems = new ConcurrentHashMap<>();
    private final Set<String> resumed = ConcurrentHashMap.newKeySet();

    static Known of(List<Row> rows, FrontStore store, String front) {
        Known known = new Known();
        store.items(front, all(rows, "spsxslbm")).forEach(item -> known.items.put(item.number(), item));
        Set<String> numbers = all(rows, "gcdm");
        known.items.values().forEach(item -> numbers.add(item.project()));
        store.projects(front, numbers, all(rows, "xmdm")).forEach(known::add);
        return known;
    }

    private static Set<String> all(List<Row> rows, String column) {
        return rows.stream().map(row -> row.text(column)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Optional<Project> project(String number) {
        return Optional.ofNullable(projects.get(number));
    }

    /** Projects with this code that were not taken back. Whoever has another code by now still stands under the old one. */
    Stream<Project> coded(String code) {
        return byCode.getOrDefault(code, Set.of()).stream()
                .map(projects::get)
                .filter(project -> project.code().equals(code) && !project.withdrawn());
    }

    Optional<Item> item(String number) {
        return Optional.ofNullable(items.get(number));
    }

    void learn(Project project) {
        add(project);
        newProjects.put(project.number(), project);
    }

    void learn(Item item) {
        items.put(item.number(), item);
        newItems.put(item.number(), item);
    }

    /** Its department goes on with the papers that were handed in. */
    void resumed(Item item) {
        items.put(item.number(), item.resumed());
        resumed.add(item.number());
    }

    Set<String> resumed() {
        return resumed;
    }

    Collection<Project> newProjects() {
        return newProjects.values();
    }

    Collection<Item> newItems() {
        return newItems.values();
    }

    private void add(Project project) {
        projects.put(project.number(), project);
        byCode.computeIfAbsent(project.code(), code -> ConcurrentHashMap.newKeySet())
                .add(project.number());
    }
}
