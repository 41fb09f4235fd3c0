package org.dianqiao.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where each clause is, as the page shows it: which texts the packs cite, then a table for each kind of clause. */
record ClauseTables(List<Pack> packs) {

    private static final String OWN = "DQ-";

    /** What became of a clause, and where, in words. */
    record Row(String id, String state, String where) {}

    String written() {
        StringBuilder page = new StringBuilder(texts());
        Clauses.ALL.forEach((title, ids) -> page.append(table(title, ids)));
        return page + table("Of our own", own());
    }

    private String texts() {
        return heading("The texts", "| pack | as cited below | text | in force |\n|---|---|---|---|\n")
                + packs.stream()
                        .flatMap(pack -> pack.texts().stream().map(text -> text(pack, text)))
                        .collect(Collectors.joining());
    }

    private static String text(Pack pack, Pack.Text text) {
        Effective effective = text.effective();
        String until = effective.to() == null ? "" : " to " + effective.to();
        return "| `" + pack.id() + "` | " + text.code() + " | " + text.name() + " | from " + effective.from() + until
                + (effective.continued() ? ", its figures go on" : "") + " |\n";
    }

    private String table(String title, List<String> ids) {
        return heading(title, "| clause | | where and why |\n|---|---|---|\n")
                + ids.stream()
                        .map(this::row)
                        .map(row -> "| " + row.id() + " | " + row.state() + " | " + row.where() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String heading(String title, String columns) {
        return "\n### " + title + "\n\n" + columns;
    }

    /** The one row of a clause. In two states at once, or in none, it has no row. */
    Row row(String id) {
        List<Row> rows =
                Stream.of(encoded(id), elsewhere(id)).flatMap(List::stream).toList();
        rows = rows.isEmpty() ? restated(id) : rows;
        if (rows.size() != 1) {
            throw new AssertionError(id + " must stand in one place: " + rows);
        }
        return rows.get(0);
    }

    private List<Row> encoded(String id) {
        List<String> places = packs.stream()
                .flatMap(pack -> pack.rules().stream()
                        .filter(rule -> rule.id().equals(id))
                        .map(rule -> place(pack, Section.of(rule.outcome())) + ": " + cited(pack, rule.citation())))
                .distinct()
                .toList();
        return places.isEmpty() ? List.of() : List.of(new Row(id, "encoded", String.join("; ", places)));
    }

    private List<Row> elsewhere(String id) {
        return packs.stream()
                .flatMap(pack -> pack.elsewhere().stream()
                        .filter(each -> each.id().equals(id))
                        .map(each -> new Row(
                                id,
                                each.measured() ? "measured elsewhere" : "not for a machine",
                                "`" + pack.id() + "`: " + cited(pack, each.citation()) + ". "
                                        + each.why().en())))
                .toList();
    }

    private List<Row> restated(String id) {
        return packs.stream()
                .flatMap(pack -> pack.rules().stream()
                        .filter(rule -> rule.restates().contains(id))
                        .map(rule -> new Row(
                                id,
                                "encoded",
                                "says the same as " + rule.id() + ", " + place(pack, Section.of(rule.outcome())))))
                .distinct()
                .toList();
    }

    private static String place(Pack pack, Section section) {
        return "`" + pack.id() + "` " + section.written();
    }

    private static String cited(Pack pack, Citation citation) {
        String code = pack.texts().stream()
                .filter(text -> text.name().equals(citation.document()))
                .map(Pack.Text::code)
                .findFirst()
                .orElseThrow();
        return code + " " + citation.clause();
    }

    /** The rules that stand in no text. */
    List<String> own() {
        return ids().stream().filter(id -> id.startsWith(OWN)).toList();
    }

    /** All that the packs hold, read or restated. */
    List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Pack pack : packs) {
            pack.rules().forEach(rule -> ids.add(rule.id()));
            pack.rules().forEach(rule -> ids.addAll(rule.restates()));
            pack.elsewhere().forEach(each -> ids.add(each.id()));
        }
        return ids.stream().distinct().sorted().toList();
    }
}
