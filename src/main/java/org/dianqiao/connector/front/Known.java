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
    private final Map<String, Set<String>> byNumber = new ConcurrentHashMap<>();
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

    /** The very project that this row of its own table speaks of. */
    Optional<Project> project(Row row) {
        return Optional.ofNullable(projects.get(key(row.district(), row.project())));
    }

    Optional<Project> projectOf(Item item) {
        return project(item.district(), item.project());
    }

    /**
     * What a row of another table belongs to: the project with that number in its district. Who writes such a row may have another
     * district than the project: where only one has that number it is that.
     */
    Optional<Project> project(String district, String number) {
        Project own = projects.get(key(district, number));
        if (own != null) {
            return Optional.of(own);
        }
        List<Project> others = all(byNumber, number).toList();
        boolean one = others.stream().map(Project::code).distinct().count() == 1;
        return one ? Optional.of(others.get(0)) : Optional.empty();
    }

    /** Several districts have a project with that number, and none of them is the one that was said. */
    boolean isAmbiguous(String district, String number) {
        return project(district, number).isEmpty() && byNumber.containsKey(number);
    }

    /** Projects with this code that were not taken back. Whoever has another code by now still stands under the old one. */
    Stream<Project> coded(String code) {
        return all(byCode, code).filter(project -> project.code().equals(code) && !project.withdrawn());
    }

    private Stream<Project> all(Map<String, Set<String>> by, String what) {
        return by.getOrDefault(what, Set.of()).stream().map(projects::get);
    }

    Optional<Item> item(String number) {
        return Optional.ofNullable(items.get(number));
    }

    /** What details and documents are told of: a task of ours, or an item that was not taken back, nor its project. */
    Optional<Item> standing(String number) {
        return item(number).filter(item -> item.taskOf() != null || !isTakenBack(item));
    }

    private boolean isTakenBack(Item item) {
        return item.withdrawn() || projectOf(item).filter(Project::withdrawn).isPresent();
    }

    void learn(Project project) {
        add(project);
        newProjects.put(key(project.district(), project.number()), project);
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
        String key = key(project.district(), project.number());
        projects.put(key, project);
        byCode.computeIfAbsent(project.code(), code -> ConcurrentHashMap.newKeySet())
                .add(key);
        byNumber.computeIfAbsent(project.number(), number -> ConcurrentHashMap.newKeySet())
                .add(key);
    }

    private static String key(String district, String number) {
        return district + " " + number;
    }
}
