package org.dianqiao.codes;

import java.util.ArrayList;
import java.util.List;

/** Reads the fields of one line. A field in quotes may hold commas, and quotes that are doubled. */
final class CsvLine {

    private final String line;
    private int at;

    private CsvLine(String line) {
        this.line = line;
    }

    static List<String> fields(String line) {
        CsvLine rest = new CsvLine(line);
        List<String> fields = new ArrayList<>();
        fields.add(rest.field());
        while (rest.takes(',')) {
            fields.add(rest.field());
        }
        return List.copyOf(fields);
    }

    private String field() {
        passBlanks();
        return takes('"') ? quoted() : plain();
    }

    private String plain() {
        int comma = line.indexOf(',', at);
        String text = line.substring(at, comma < 0 ? line.length() : comma);
        if (text.indexOf('"') >= 0) {
            throw new IllegalArgumentException("a quote stands inside a field that does not begin with one");
        }
        at += text.length();
        return text.strip();
    }

    private String quoted() {
        StringBuilder text = new StringBuilder(upToQuote());
        while (takes('"')) {
            text.append('"').append(upToQuote());
        }
        passBlanks();
        if (at < line.length() && line.charAt(at) != ',') {
            throw new IllegalArgumentException("text stands behind a closing quote");
        }
        return text.toString();
    }

    private String upToQuote() {
        int quote = line.indexOf('"', at);
        if (quote < 0) {
            throw new IllegalArgumentException("a quote is opened and not closed on this line");
        }
        String text = line.substring(at, quote);
        at = quote + 1;
        return text;
    }

    private boolean takes(char expected) {
        boolean there = at < line.length() && line.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private void passBlanks() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }
}
