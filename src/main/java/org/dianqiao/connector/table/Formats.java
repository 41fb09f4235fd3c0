package org.dianqiao.connector.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How the numbers of a workbook are shown: a day is a number, and only its format tells. */
final class Formats {

    /** What ECMA-376 18.8.30 and Chinese spreadsheets show as days and times without saying how. */
    private static final Set<Integer> USUAL = IntStream.of(
                    14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52,
                    53, 54, 55, 56, 57, 58)
            .boxed()
            .collect(Collectors.toUnmodifiableSet());

    /** As long as a spreadsheet allows it to be. */
    private static final int LONGEST_CODE = 255;

    private static final String SAID_LITERALLY = "\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.";

    private final Set<Integer> days = new HashSet<>(USUAL);
    private final List<Boolean> styles = new ArrayList<>();

    void entry(XMLStreamReader in) throws XMLStreamException {
        if (in.getLocalName().equals("numFmt")) {
            format(in);
        } else if (in.getLocalName().equals("cellXfs")) {
            styles(in);
        }
    }

    private void format(XMLStreamReader in) {
        String code = String.valueOf(in.getAttributeValue(null, "formatCode"));
        if (code.length() <= LONGEST_CODE && code.replaceAll(SAID_LITERALLY, "").matches("(?i).*[ymd].*")) {
            days.add(Integer.valueOf(in.getAttributeValue(null, "numFmtId")));
        }
    }

    private void styles(XMLStreamReader in) throws XMLStreamException {
        while (!(in.next() == XMLStreamReader.END_ELEMENT && in.getLocalName().equals("cellXfs"))) {
            if (in.isStartElement() && in.getLocalName().equals("xf")) {
                String format = in.getAttributeValue(null, "numFmtId");
                styles.add(format != null && days.contains(Integer.valueOf(format)));
            }
        }
    }

    boolean isDay(int style) {
        return style >= 0 && style < styles.size() && styles.get(style);
    }
}
