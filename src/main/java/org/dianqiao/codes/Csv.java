package org.dianqiao.codes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dianqiao.files.Fault;

/**
 * A file of comma-separated values in UTF-8, as editors and spreadsheets leave it. Empty lines and those that begin with
 * `#` are passed over. A value ends on its line, so a forgotten quote is found on the line where it is.
 */
final class Csv {

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
        try {
            String text = decoded(file, Files.readAllBytes(file), faults);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (IOException e) {
            faults.add(new Fault(file, "cannot be read: " + e.getMessage()));
            return "";
        }
    }

    /** Nothing where a byte is not UTF-8: with another encoding every name would be wrong, not one. */
    private static String decoded(Path file, byte[] bytes, List<Fault> faults) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer to = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(from, to, true);
        if (result.isError()) {
            faults.add(new Fault(file, lineOf(bytes, from.position()), "not UTF-8"));
            return "";
        }
        return to.flip().toString();
    }

    private static int lineOf(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
