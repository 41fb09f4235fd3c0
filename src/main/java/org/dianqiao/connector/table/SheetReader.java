package org.dianqiao.connector.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dianqiao.connector.table.Table.Row;

/** One sheet of a workbook. Of a formula its value counts; what cells are merged of, each of them has. */
final class SheetReader {

    private static final int MOST_MERGED = 100_000;

    private final SharedStrings strings;
    private final Formats formats;
    private final boolean from1904;
    private static final String NUMBER = "[+-]?[0-9]{0,400}(\\.[0-9]{0,400})?([Ee][+-]?[0-9]{1,3})?";

    private static final int MOST_CELLS = 500_000;

    private final AtomicInteger cells;
    private final NavigableMap<Integer, Map<Integer, String>> rows = new TreeMap<>();
    private int row;
    private int column;
    private int hidden;
    private int merged;

    /** @param cells so many have all sheets of the workbook up to here */
    SheetReader(SharedStrings strings, Formats formats, boolean from1904, AtomicInteger cells) {
        this.cells = cells;
        this.strings = strings;
        this.formats = formats;
        this.from1904 = from1904;
    }

    List<Row> rows() {
        List<Row> all = new ArrayList<>();
        rows.forEach((number, cells) -> all.add(new Row(number, cells(cells))));
        return all.stream()
                .filter(each -> each.cells().stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
    }

    private static List<String> cells(Map<Integer, String> cells) {
        List<String> all = new ArrayList<>();
        cells.forEach((column, text) -> {
            while (all.size() < column) {
                all.add("");
            }
            all.add(text);
        });
        return List.copyOf(all);
    }

    int hidden() {
        return hidden;
    }

    void entry(XMLStreamReader in) throws XMLStreamException {
        switch (in.getLocalName()) {
            case "row" -> row(in);
            case "c" -> cell(in);
            case "mergeCell" -> merge(String.valueOf(in.getAttributeValue(null, "ref")));
            default -> {}
        }
    }

    private void row(XMLStreamReader in) {
        String number = in.getAttributeValue(null, "r");
        row = number == null ? row + 1 : Integer.parseInt(number);
        column = -1;
        if (Workbook.isTrue(String.valueOf(in.getAttributeValue(null, "hidden")))) {
            hidden++;
        }
    }

    private void cell(XMLStreamReader in) throws XMLStreamException {
        String place = in.getAttributeValue(null, "r");
        column = place == null ? column + 1 : Area.column(place);
        String text = value(in);
        if (!text.isBlank()) {
            put(text);
        }
    }

    private void put(String text) {
        if (column >= Table.MOST_COLUMNS) {
            throw new Unreadable("第 " + row + " 行超过 " + Table.MOST_COLUMNS + " 列。");
        }
        if (cells.incrementAndGet() > MOST_CELLS) {
            throw new Unreadable("填写的单元格超过 " + MOST_CELLS + " 个，请分成几个文件。");
        }
        if (text.length() > Table.LONGEST) {
            throw new Unreadable("第 " + row + " 行有单元格超过 " + Table.LONGEST + " 字。");
        }
        rows.computeIfAbsent(row, number -> new TreeMap<>()).put(column, text);
        if (rows.size() > Table.MOST_ROWS) {
            throw Table.tooMany(Table.MOST_ROWS);
        }
    }

    private String value(XMLStreamReader in) throws XMLStreamException {
        String type = String.valueOf(in.getAttributeValue(null, "t"));
        String style = in.getAttributeValue(null, "s");
        String value = "";
        while (!(in.next() == XMLStreamReader.END_ELEMENT && in.getLocalName().equals("c"))) {
            if (in.isStartElement()) {
                value = switch (in.getLocalName()) {
                    case "v" -> in.getElementText();
                    case "is" -> SharedStrings.text(in, "is");
                    default -> value;
                };
            }
        }
        return value.isEmpty() ? "" : meaning(type, value, style == null ? -1 : Integer.parseInt(style));
    }

    private String meaning(String type, String value, int style) {
        return switch (type) {
            case "s" -> strings.get(value.strip());
            case "inlineStr", "str", "e" -> value;
            case "b" -> value.equals("1") ? "是" : "否";
            case "d" -> value.replace('T', ' ');
            default -> number(value.strip(), style);
        };
    }

    /** With a longer exponent it would be a number of gigabytes. */
    private String number(String value, int style) {
        if (!value.matches(NUMBER)) {
            throw new NumberFormatException("no number of a spreadsheet");
        }
        return formats.isDay(style) ? CellNumber.day(value, from1904) : CellNumber.text(value);
    }

    /** Stands behind all rows. */
    private void merge(String ref) {
        Area area = Area.of(ref);
        String text = rows.getOrDefault(area.top(), Map.of()).getOrDefault(area.left(), "");
        if (text.isEmpty() || area.bottom() < area.top()) {
            return;
        }
        for (Map<Integer, String> cells :
                rows.subMap(area.top(), true, area.bottom(), true).values()) {
            for (int beside = area.left(); beside <= Math.min(area.right(), Table.MOST_COLUMNS - 1); beside++) {
                if (++merged > MOST_MERGED) {
                    throw new Unreadable("合并的单元格过多，请取消合并后再交。");
                }
                cells.putIfAbsent(beside, text);
            }
        }
    }
}
