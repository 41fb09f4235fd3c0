package org.dianqiao.connector.table;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dianqiao.connector.table.Table.Form;
import org.dianqiao.connector.table.Table.Sheet;

/** An XLSX workbook: its sheets in their order, those that are hidden left out. */
final class Workbook {

    private static final String BOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final int MOST_SHEETS = 100;

    private final Parcel parcel;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, String> targets = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private boolean from1904;

    private Workbook(Parcel parcel) {
        this.parcel = parcel;
    }

    static Table read(byte[] file) {
        Workbook book = new Workbook(Parcel.of(file));
        try {
            return book.table();
        } catch (XMLStreamException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new Unreadable("工作簿已损坏，无法读取；请用表格软件打开后另存为 .xlsx。", e);
        }
    }

    private Table table() throws XMLStreamException {
        parcel.read(BOOK, this::entry);
        parcel.read(RELATIONS, this::relation);
        SharedStrings strings = new SharedStrings();
        parcel.read("xl/sharedStrings.xml", strings::entry);
        Formats formats = new Formats();
        parcel.read("xl/styles.xml", formats::entry);
        List<Sheet> all = new ArrayList<>();
        AtomicInteger cells = new AtomicInteger();
        Set<String> read = new HashSet<>();
        for (String relation : sheets.keySet()) {
            if (!read.add(path(relation))) {
                throw new Unreadable("工作簿已损坏：同一工作表出现两次。");
            }
            SheetReader reader = new SheetReader(strings, formats, from1904, cells);
            parcel.read(path(relation), reader::entry);
            all.add(new Sheet(reader.rows()));
            tellHidden(sheets.get(relation), reader.hidden());
        }
        if (all.isEmpty()) {
            throw new Unreadable("工作簿中没有可见的工作表。");
        }
        return new Table(Form.XLSX, List.copyOf(all), List.copyOf(notes));
    }

    private void tellHidden(String name, int rows) {
        if (rows > 0) {
            notes.add("工作表“" + name + "”有 " + rows + " 行被隐藏，隐藏的行照样读取。");
        }
    }

    private void entry(XMLStreamReader in) {
        switch (in.getLocalName()) {
            case "workbookPr" -> from1904 = isTrue(in.getAttributeValue(null, "date1904"));
            case "sheet" -> sheet(in);
            default -> {}
        }
    }

    private void sheet(XMLStreamReader in) {
        boolean visible = Optional.ofNullable(in.getAttributeValue(null, "state"))
                .filter(state -> !state.equals("visible"))
                .isEmpty();
        if (visible && sheets.size() < MOST_SHEETS) {
            sheets.put(attribute(in, "id"), attribute(in, "name"));
        }
    }

    /** Of the relationship's id the namespace differs between the two editions of the standard. */
    private static String attribute(XMLStreamReader in, String name) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (in.getAttributeLocalName(i).equals(name)) {
                return in.getAttributeValue(i);
            }
        }
        throw new IllegalArgumentException("a sheet has no " + name);
    }

    private void relation(XMLStreamReader in) {
        if (in.getLocalName().equals("Relationship")) {
            targets.put(attribute(in, "Id"), attribute(in, "Target"));
        }
    }

    private String path(String relation) {
        String target = Optional.ofNullable(targets.get(relation))
                .orElseThrow(() -> new IllegalArgumentException("a sheet is nowhere"));
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    static boolean isTrue(String flag) {
        return "1".equals(flag) || "true".equals(flag);
    }
}
