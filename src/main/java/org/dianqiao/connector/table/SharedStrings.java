package org.dianqiao.connector.table;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a workbook, which its cells name by their number. */
final class SharedStrings {

    private static final int MOST = Table.MOST_ROWS * 20;

    private final List<String> texts = new ArrayList<>();

    void entry(XMLStreamReader in) throws XMLStreamException {
        if (in.getLocalName().equals("si")) {
            if (texts.size() == MOST) {
                throw Table.tooMany(Table.MOST_ROWS);
            }
            texts.add(text(in, "si"));
        }
    }

    String get(String number) {
        int place = Integer.parseInt(number);
        if (place < 0 || place >= texts.size()) {
            throw new IllegalArgumentException("there is no text " + place);
        }
        return texts.get(place);
    }

    /** A text may stand there in pieces, each with its own font; how it is pronounced stands beside it. */
    static String text(XMLStreamReader in, String around) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean aloud = false;
        while (!(in.next() == XMLStreamReader.END_ELEMENT && in.getLocalName().equals(around))) {
            if (in.isStartElement() && in.getLocalName().equals("t") && !aloud) {
                text.append(in.getElementText());
            } else if ((in.isStartElement() || in.isEndElement())
                    && in.getLocalName().equals("rPh")) {
                aloud = in.isStartElement();
            }
        }
        if (text.length() > Table.LONGEST) {
            throw new Unreadable("有一格超过 " + Table.LONGEST + " 个字符。");
        }
        return text.toString();
    }
}
