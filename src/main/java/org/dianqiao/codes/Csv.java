package org.dianqiao.codes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dianqiao.files.Fault;
import org.dianqiao.files.SmallFile;

/**
 * A file of comma-separated values in UTF-8, as editors and spreadsheets leave it. Empty lines and those that begin with
 * `#` are passed over. A value ends on its line, so a forgotten quote is found on the line where it is.
 */
final class Csv {

    private static final int LARGEST = 8 << 20;

    /** Spreadsheets put it before the text. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    record Line(int number, List<String> fields) {}

    static List<Line> read(Path file, List<Fault> faults) {
        String[] texts = text(file, faults).split("\n", -1);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isBlank() && !texts[i].startsWith("#")) {
                line(file, i + 1, texts[i].stripTrailing(), lines, faults);
            }
        }
        return lines;
    }

    private static void line(Path file, int number, String text, List<Line> lines, List<Fault> faults) {
        try {
            lines.add(new Line(number, CsvLine.fields(text)));
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(file, number, String.valueOf(e.getMessage())));
        }
    }

    private static String text(Path file, List<Fault> faults) {
        String text = SmallFile.text(file, LARGEST, faults).orElse("");
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
