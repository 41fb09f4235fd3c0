package org.dianqiao.connector.table;

import java.util.ArrayList;
import java.util.List;
import org.dianqiao.connector.table.Table.Row;

/** Rows of separated values. A value in quotes may hold separators, line breaks, and quotes that are doubled. */
final class CsvRows {

    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private int number = 1;
    private int at;

    private CsvRows(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    static List<Row> read(String text, char separator) {
        CsvRows reading = new CsvRows(text, separator);
        while (reading.at < text.length()) {
            reading.value();
        }
        reading.endRow();
        return List.copyOf(reading.rows);
    }

    private void value() {
        String value = text.charAt(at) == '"' ? quoted() : plain();
        if (value.length() > Table.LONGEST) {
            throw new Unreadable("第 " + number + " 行有一格超过 " + Table.LONGEST + " 个字符。");
        }
        add(value);
        if (at < text.length()) {
            end();
        }
    }

    private void add(String value) {
        if (cells.size() == Table.MOST_COLUMNS) {
            throw new Unreadable("第 " + number + " 行超过 " + Table.MOST_COLUMNS + " 列。");
        }
        cells.add(value);
    }

    /** Of a value: here stands a separator or a line break, the last of which may be missing. */
    private void end() {
        char end = text.charAt(at++);
        if (end == separator) {
            if (at == text.length()) {
                add("");
            }
            return;
        }
        if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        endRow();
    }

    private void endRow() {
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            if (rows.size() == Table.MOST_ROWS) {
                throw Table.tooMany(Table.MOST_ROWS);
            }
            rows.add(new Row(number, List.copyOf(cells)));
        }
        cells = new ArrayList<>();
        number++;
    }

    private String plain() {
        int begin = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private boolean ends(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private String quoted() {
        StringBuilder value = new StringBuilder(upToQuote());
        while (at < text.length() && text.charAt(at) == '"') {
            value.append('"').append(upToQuote());
        }
        return value.append(plain()).toString();
    }

    /** From one quote to the next. */
    private String upToQuote() {
        int begin = at + 1;
        int quote = text.indexOf('"', begin);
        if (quote < 0) {
            throw new Unreadable("第 " + number + " 行有一个引号没有闭合。");
        }
        at = quote + 1;
        return text.substring(begin, quote);
    }
}
