package org.dianqiao.certificate;

import java.util.List;
import org.ofdrw.core.basicStructure.pageObj.Content;
import org.ofdrw.core.basicStructure.pageObj.Page;
import org.ofdrw.core.basicStructure.pageObj.layer.CT_Layer;
import org.ofdrw.core.basicStructure.pageObj.layer.block.PathObject;
import org.ofdrw.core.basicStructure.pageObj.layer.block.TextObject;
import org.ofdrw.core.basicType.ST_Array;
import org.ofdrw.core.basicType.ST_ID;
import org.ofdrw.core.graph.pathObj.AbbreviatedData;
import org.ofdrw.core.pageDescription.color.color.CT_Color;
import org.ofdrw.core.text.CT_CGTransform;
import org.ofdrw.core.text.TextCode;

/** Marks as the objects of an OFD page, each of which counts from the upper left corner of its own boundary. */
final class OfdMarks implements Mark.Pen {

    private static final double ASCENT = 0.9;
    private static final double HEIGHT = 1.2;

    private final Subset subset;
    private final int font;
    private CT_Layer layer = new CT_Layer();
    private int nextId;

    OfdMarks(Subset subset, int font, int firstId) {
        this.subset = subset;
        this.font = font;
        this.nextId = firstId;
    }

    int highestId() {
        return nextId - 1;
    }

    Page drawn(List<Mark> marks) {
        layer = new CT_Layer();
        layer.setObjID(nextId++);
        marks.forEach(mark -> mark.by(this));
        return new Page().setContent(new Content().addLayer(layer));
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
                x = draw(run.toString(), text, x);
                run.setLength(0);
                x = drawByGlyph(character, text, x);
            }
        }
        draw(run.toString(), text, x);
    }

    /** Where the next begins. */
    private double draw(String run, Mark.Text text, double x) {
        return run.isEmpty() ? x : draw(run, text, x, new TextObject(nextId++));
    }

    private double drawByGlyph(int character, Mark.Text text, double x) {
        TextObject object = new TextObject(nextId++);
        object.addCGTransform(new CT_CGTransform()
                .setCodePosition(0)
                .setCodeCount(1)
                .setGlyphCount(1)
                .setGlyphs(new ST_Array(subset.glyph(character))));
        return draw(Character.toString(character), text, x, object);
    }

    private double draw(String run, Mark.Text text, double x, TextObject object) {
        double size = text.size();
        double width = subset.typeface().width(run, size);
        object.setBoundary(x, text.y() - size * ASCENT, width, size * HEIGHT);
        object.setFont(font).setSize(size).setFillColor(colour(text.ink()));
        TextCode code = new TextCode().setContent(run).setCoordinate(0d, size * ASCENT);
        Double[] deltas = deltas(run, size);
        if (deltas.length > 0) {
            code.setDeltaX(deltas);
        }
        object.addTextCode(code);
        layer.addPageBlock(object);
        return x + width;
    }

    /** How far each character is from the one before it. */
    private Double[] deltas(String run, double size) {
        return run.codePoints()
                .limit(run.codePointCount(0, run.length()) - 1L)
                .mapToObj(character -> subset.typeface().advance(character) * size)
                .toArray(Double[]::new);
    }

    @Override
    public void draw(Mark.Line line) {
        double over = line.width();
        double width = line.toX() - line.fromX();
        double height = line.toY() - line.fromY();
        PathObject path = path(line.fromX() - over, line.fromY() - over, width + 2 * over, height + 2 * over);
        path.setLineWidth(line.width()).setStrokeColor(colour(line.ink()));
        path.setAbbreviatedData(new AbbreviatedData().M(over, over).L(width + over, height + over));
    }

    @Override
    public void draw(Mark.Code code) {
        double module = code.side() / code.code().modules();
        AbbreviatedData strips = new AbbreviatedData();
        for (QrCode.Strip strip : code.code().strips()) {
            double left = strip.from() * module;
            double right = strip.to() * module;
            double top = strip.row() * module;
            strips.M(left, top)
                    .L(right, top)
                    .L(right, top + module)
                    .L(left, top + module)
                    .C();
        }
        path(code.x(), code.y(), code.side(), code.side())
                .setStroke(false)
                .setFill(true)
                .setFillColor(colour(Ink.BLACK))
                .setAbbreviatedData(strips);
    }

    private PathObject path(double x, double y, double width, double height) {
        PathObject path = new PathObject(new ST_ID(nextId++));
        path.setBoundary(x, y, width, height);
        layer.addPageBlock(path);
        return path;
    }

    private static CT_Color colour(Ink ink) {
        return CT_Color.rgb(ink.red, ink.green, ink.blue);
    }
}
