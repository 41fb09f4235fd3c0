package org.dianqiao.certificate;

import java.util.List;
import java.util.Locale;

/** Marks as the operators of a PDF page, which counts upwards from its lower left corner. */
final class PdfMarks implements Mark.Pen {

    private final Subset subset;
    private final double scale;
    private final StringBuilder out = new StringBuilder();

    PdfMarks(Subset subset, double scale) {
        this.subset = subset;
        this.scale = scale;
    }

    String drawn(List<Mark> marks) {
        marks.forEach(mark -> mark.by(this));
        return out.toString();
    }

    @Override
    public void draw(Mark.Text text) {
        colour(text.ink(), "rg");
        add("BT /F %s Tf %s %s Td <", n(text.size() * scale), x(text.x()), y(text.y()));
        text.text().codePoints().forEach(c -> add("%04X", subset.glyph(c)));
        out.append("> Tj ET\n");
    }

    @Override
    public void draw(Mark.Line line) {
        colour(line.ink(), "RG");
        add("%s w %s %s m ", n(line.width() * scale), x(line.fromX()), y(line.fromY()));
        add("%s %s l S\n", x(line.toX()), y(line.toY()));
    }

    @Override
    public void draw(Mark.Code code) {
        double module = code.side() / code.code().modules();
        colour(Ink.BLACK, "rg");
        for (QrCode.Strip strip : code.code().strips()) {
            String left = x(code.x() + strip.from() * module);
            String bottom = y(code.y() + (strip.row() + 1) * module);
            add("%s %s %s ", left, bottom, n((strip.to() - strip.from()) * module * scale));
            add("%s re\n", n(module * scale));
        }
        out.append("f\n");
    }

    private void colour(Ink ink, String operator) {
        add("%s %s %s ", n(ink.red / 255.0), n(ink.green / 255.0), n(ink.blue / 255.0));
        out.append(operator).append('\n');
    }

    private String x(double millimetres) {
        return n(millimetres * scale);
    }

    private String y(double millimetres) {
        return n((Sheet.HEIGHT - millimetres) * scale);
    }

    private static String n(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    private void add(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }
}
