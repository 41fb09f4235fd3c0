package org.dianqiao.connector.list;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianqiao.codes.CodeTable;
import org.dianqiao.connector.table.Table.Row;
import org.dianqiao.connector.table.Unreadable;

/**
 * What the columns of a list say, in whatever order and spelling: the table of headings knows them.
 *
 * @param unknown headings that are in no table
 */
record Columns(int headings, List<Column> known, List<String> unknown) {

    private static final int ENOUGH = 2;

    /** Where this is the row of the headings. Throws {@link Unreadable} where they cannot be. */
    static Optional<Columns> of(Row row, CodeTable table) {
        List<Column> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int place = 0; place < row.cells().size(); place++) {
            String heading = row.cell(place).strip();
            Optional<Column> column = column(place, heading, table);
            column.ifPresent(known::add);
            if (column.isEmpty() && !heading.isEmpty()) {
                unknown.add(heading);
            }
        }
        if (known.size() < ENOUGH) {
            return Optional.empty();
        }
        refuseDouble(known);
        refuseMissing(known, table);
        return Optional.of(new Columns(row.number(), List.copyOf(known), List.copyOf(unknown)));
    }

    private static Optional<Column> column(int place, String heading, CodeTable table) {
        return table.find(Column.plain(heading)).map(means -> Column.of(place, heading, means));
    }

    private static void refuseDouble(List<Column> known) {
        for (Column one : known) {
            known.stream()
                    .filter(other ->
                            other.place() > one.place() && other.field().equals(one.field()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new Unreadable("“" + one.heading() + "”和“" + other.heading() + "”两列是同一内容，请只留一列。");
                    });
        }
    }

    private static void refuseMissing(List<Column> known, CodeTable table) {
        Set<String> there = known.stream().map(Column::field).collect(Collectors.toSet());
        Set<String> missing = new LinkedHashSet<>();
        Set<String> named = new LinkedHashSet<>();
        for (CodeTable.Row means : table.rows()) {
            boolean required = means.text("required").equals("yes");
            if (required && !there.contains(means.text("field")) && named.add(means.text("field"))) {
                missing.add(means.code());
            }
        }
        if (!missing.isEmpty()) {
            throw new Unreadable("缺少必需的列：" + String.join("、", missing) + "。");
        }
    }

    /** Headings that stand there again, as below a merged cell or on each printed page. */
    boolean areRepeatedBy(Row row) {
        return known.stream()
                .allMatch(column -> row.cell(column.place()).strip().equals(column.heading()));
    }

    /** What the mapping is given. Throws a MappingFault. */
    ObjectNode values(Row row) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (Column column : known) {
            String value = column.value(row.cell(column.place()));
            if (!value.isEmpty()) {
                values.put(column.field(), value);
            }
        }
        return values;
    }

    /** The row as it stands in the list. */
    ObjectNode original(Row row) {
        ObjectNode cells = JsonNodeFactory.instance.objectNode();
        known.forEach(column -> cells.put(column.heading(), row.cell(column.place())));
        return cells;
    }

    /** What a cell says, as whoever wrote it sees it. */
    String written(Row row, String field) {
        return known.stream()
                .filter(column -> column.field().equals(field))
                .map(column -> row.cell(column.place()).strip())
                .findFirst()
                .orElse("");
    }

    /** How the list calls what is at fault. */
    String heading(String place) {
        return known.stream()
                .filter(column -> column.isAt(place))
                .map(Column::heading)
                .findFirst()
                .orElse(place);
    }
}
