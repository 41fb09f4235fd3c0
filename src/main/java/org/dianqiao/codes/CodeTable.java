package org.dianqiao.codes;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianqiao.files.Fault;

/** Codes and what they mean: one file, its first line names the columns, one of them is `code`. */
public final class CodeTable {

    private static final String CODE = "code";

    private final Path file;
    private final int line;
    private final List<String> columns;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private CodeTable(Path file, int line, List<String> columns) {
        this.file = file;
        this.line = line;
        this.columns = columns;
    }

    /** One code; what else is told about it is found by the column's name. */
    public record Row(String code, int line, Map<String, String> fields) {

        public String text(String column) {
            String text = fields.get(column);
            if (text == null) {
                throw new IllegalArgumentException("there is no column `" + column + "`");
            }
            return text;
        }

        public String zh() {
            return text("zh");
        }

        public String en() {
            return text("en");
        }
    }

    /** With all that is good of it, while its faults are noted. */
    static CodeTable read(Path file, List<Fault> faults) {
        int before = faults.size();
        List<Csv.Line> lines = Csv.read(file, faults);
        if (lines.isEmpty()) {
            if (faults.size() == before) {
                faults.add(new Fault(file, "has no line that names its columns"));
            }
            return new CodeTable(file, 0, List.of());
        }
        return read(file, lines, faults);
    }

    private static CodeTable read(Path file, List<Csv.Line> lines, List<Fault> faults) {
        Csv.Line header = lines.get(0);
        CodeTable table = new CodeTable(file, header.number(), header.fields());
        if (new HashSet<>(table.columns).size() < table.columns.size()) {
            faults.add(new Fault(file, header.number(), "a column stands here twice"));
        } else if (!table.columns.contains(CODE)) {
            faults.add(new Fault(file, header.number(), "the column `" + CODE + "` is missing"));
        } else {
            lines.stream().skip(1).forEach(line -> table.add(line, faults));
        }
        return table;
    }

    private void add(Csv.Line line, List<Fault> faults) {
        if (line.fields().size() != columns.size()) {
            faults.add(new Fault(
                    file,
                    line.number(),
                    columns.size() + " values are expected, " + line.fields().size() + " found"));
            return;
        }
        Row row = row(line);
        if (row.code().isEmpty()) {
            faults.add(new Fault(file, line.number(), "the code is empty"));
        } else if (rows.containsKey(row.code())) {
            faults.add(new Fault(file, line.number(), "`" + row.code() + "` stands here twice"));
        } else {
            rows.put(row.code(), row);
        }
    }

    private Row row(Csv.Line line) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            fields.put(columns.get(i), line.fields().get(i));
        }
        return new Row(line.fields().get(columns.indexOf(CODE)), line.number(), Collections.unmodifiableMap(fields));
    }

    public Optional<Row> find(String code) {
        return Optional.ofNullable(rows.get(code));
    }

    /** The first row that has this word in a column; a field may hold several words, with `|` between them. */
    Optional<Row> naming(String column, String word) {
        return rows.values().stream()
                .filter(row -> List.of(row.text(column).split("\\|")).contains(word))
                .findFirst();
    }

    /** In the order of the file. */
    public Collection<Row> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    List<String> columns() {
        return columns;
    }

    String name() {
        return file.getFileName().toString().replaceFirst("\\.csv$", "");
    }

    Path file() {
        return file;
    }

    /** Where the columns are named. */
    int line() {
        return line;
    }
}
