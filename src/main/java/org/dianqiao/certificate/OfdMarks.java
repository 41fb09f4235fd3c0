package org.dianqiao.certificate;

import java.util.List;

/** Marks as the objects of an OFD page, each of which counts from the upper left corner of its own boundary. */
final class OfdMarks implements Mark.Pen {

    private static final double ASCENT = 0.9;
    private static final double HEIGHT = 1.2;

    private final Subset subset;
    private final int font;
    private final StringBuilder out = new StringBuilder();
    private int nextId;

    OfdMarks(Subset subset, int font, int firstId) {
        this.subset = subset;
        this.font = font;
        this.nextId = firstId;
    }

    int highestId() {
        return nextId - 1;
    }

    String drawn(List<Mark> marks) {
        out.setLength(0);
        add("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer ID=\"", nextId++, "\">");
        marks.forEach(mark -> mark.by(this));
        add("</ofd:Layer></ofd:Content></ofd:Page>\n");
        return out.toString();
    }

    /** A character beyond the first 65,536 is an object of its own: only its glyph's number leads to it. */
    @Override
    public void draw(Mark.Text text) {
        double x = text.x();
        StringBuilder run = new StringBuilder();
        for (int character : text.text().codePoints().toArray()) {
            if (Character.isBmpCodePoint(character)) {
                run.appendCodePoint(character);
            } else {
                x = draw(run.toString(), text, x, "");
                run.setLength(0);
                x = draw(Character.toString(character), text, x, glyph(character));
            }
        }
        draw(run.toString(), text, x, "");
    }

    private String glyph(int character) {
        return "<ofd:CGTransform CodePosition=\"0\" CodeCount=\"1\" GlyphCount=\"1\"><ofd:Glyphs>"
                + subset.glyph(character) + "</ofd:Glyphs></ofd:CGTransform>";
    }

    /** Where the next begins. */
    private double draw(String run, Mark.Text text, double x, String glyph) {
        if (run.isEmpty()) {
            return x;
        }
        double size = text.size();
        double width = subset.typeface().width(run, size);
        add("<ofd:TextObject ID=\"", nextId++, "\" Font=\"", font, "\" Size=\"", Xml.number(size), "\"");
        boundary(x, text.y() - size * ASCENT, width, size * HEIGHT);
        add(">");
        colour("FillColor", text.ink());
        add(glyph, "<ofd:TextCode X=\"0\" Y=\"", Xml.number(size * ASCENT), "\"");
        deltas(run, size);
        add(">", Xml.escaped(run), "</ofd:TextCode></ofd:TextObject>");
        return x + width;
    }

    /** How far each character is from the one before it, where there is more than one. */
    private void deltas(String run, double size) {
        int[] characters = run.codePoints().toArray();
        if (characters.length < 2) {
            return;
        }
        add(" DeltaX=\"");
        for (int i = 0; i < characters.length - 1; i++) {
            add(i == 0 ? "" : " ", Xml.number(subset.typeface().advance(characters[i]) * size));
        }
        add("\"");
    }

    @Override
    public void draw(Mark.Line line) {
        double over = line.width();
        path(
                line.fromX() - over,
                line.fromY() - over,
                line.toX() - line.fromX() + 2 * over,
                line.toY() - line.fromY() + 2 * over);
        add(" LineWidth=\"", Xml.number(line.width()), "\">");
        colour("StrokeColor", line.ink());
        add("<ofd:AbbreviatedData>");
        point("M ", over, over);
        point(" L ", line.toX() - line.fromX() + over, line.toY() - line.fromY() + over);
        add("</ofd:AbbreviatedData></ofd:PathObject>");
    }

    @Override
    public void draw(Mark.Code code) {
        double module = code.side() / code.code().modules();
        path(code.x(), code.y(), code.side(), code.side());
        add(" Stroke=\"false\" Fill=\"true\">");
        colour("FillColor", Ink.BLACK);
        add("<ofd:AbbreviatedData>");
        for (QrCode.Strip strip : code.code().strips()) {
            double top = strip.row() * module;
            point("M ", strip.from() * module, top);
            point(" L ", strip.to() * module, top);
            point(" L ", strip.to() * module, top + module);
            point(" L ", strip.from() * module, top + module);
            add(" C ");
        }
        add("</ofd:AbbreviatedData></ofd:PathObject>");
    }

    private void path(double x, double y, double width, double height) {
        add("<ofd:PathObject ID=\"", nextId++, "\"");
        boundary(x, y, width, height);
    }

    private void boundary(double x, double y, double width, double height) {
        add(" Boundary=\"", Xml.number(x), " ", Xml.number(y));
        add(" ", Xml.number(width), " ", Xml.number(height), "\"");
    }

    private void point(String operator, double x, double y) {
        add(operator, Xml.number(x), " ", Xml.number(y));
    }

    private void colour(String element, Ink ink) {
        add("<ofd:", element, " Value=\"", ink.red, " ", ink.green, " ", ink.blue, "\"/>");
    }

    private void add(Object... pieces) {
        for (Object piece : pieces) {
            out.append(piece);
        }
    }
}
