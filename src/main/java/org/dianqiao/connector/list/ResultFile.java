package org.dianqiao.connector.list;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dianqiao.connector.list.Fate.Outcome;
import org.dianqiao.connector.table.Table.Form;

/** The file that tells what became of a list, in the form in which the list came. */
final class ResultFile {

    private static final List<String> HEADINGS = List.of("行号", "项目代码", "结果", "线索编号", "说明");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST = 1_000;

    private ResultFile() {}

    /** `leads`: the numbers of the leads that projects have. */
    static byte[] of(Told told, Map<String, String> leads) {
        List<List<String>> lines = new ArrayList<>(List.of(HEADINGS));
        whole(told).forEach(lines::add);
        told.fates().forEach(fate -> lines.add(line(fate, leads)));
        return told.listing().form() == Form.XLSX ? workbook(lines) : text(lines);
    }

    private static Stream<List<String>> whole(Told told) {
        Listing listing = told.listing();
        if (listing.unread().isPresent()) {
            return Stream.of(
                    List.of("", "", Outcome.REFUSED.word(), "", listing.unread().get()));
        }
        List<String> notes = new ArrayList<>(List.of(sum(told)));
        notes.addAll(listing.notes());
        if (!listing.columns().unknown().isEmpty()) {
            notes.add("未识别、因此没有读取的列：" + String.join("、", listing.columns().unknown()) + "。");
        }
        return notes.stream().map(note -> List.of("", "", "说明", "", note));
    }

    private static String sum(Told told) {
        String counts = Stream.of(Outcome.values())
                .map(outcome -> outcome.word() + " " + told.count(outcome) + " 行")
                .collect(Collectors.joining("，"));
        return "共 " + told.fates().size() + " 行数据：" + counts + "。";
    }

    private static List<String> line(Fate fate, Map<String, String> leads) {
        String code = fate.written();
        return List.of(
                String.valueOf(fate.row()),
                code.substring(0, Math.min(LONGEST_CODE, code.length())),
                fate.outcome().word(),
                fate.outcome() == Outcome.REFUSED ? "" : leads.getOrDefault(code, ""),
                fate.sentence());
    }

    /** What others wrote must not become a formula where this is opened, nor break a line. */
    private static String harmless(String cell) {
        String text = cell.codePoints()
                .map(c -> breaks(c) || !Character.isDefined(c) || isHalf(c) ? ' ' : c)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        boolean calculates = !text.isEmpty() && "=+@-＝＋＠－".indexOf(text.charAt(0)) >= 0;
        return calculates || cell.startsWith("\t") ? "'" + text : text;
    }

    private static boolean breaks(int c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Spreadsheets take a text for UTF-8 only by this mark. */
    private static byte[] text(List<List<String>> lines) {
        return lines.stream()
                .map(line -> line.stream().map(ResultFile::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String cell) {
        String text = harmless(cell);
        return text.chars().anyMatch(c -> c == '"' || c == ',' || c == ';')
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }

    private static byte[] workbook(List<List<String>> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Dianqiao", "1.0")) {
            Worksheet sheet = book.newWorksheet("处理结果");
            for (int line = 0; line < lines.size(); line++) {
                for (int column = 0; column < HEADINGS.size(); column++) {
                    sheet.value(line, column, harmless(lines.get(line).get(column)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
