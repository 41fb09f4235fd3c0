package org.dianqiao.certificate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A round red seal: the issuer's name along the upper arc, a star, and below what the seal is for. */
final class SealPicture {

    /** As such seals are wide. */
    static final int SIDE_MM = 42;

    private static final int DOTS_PER_MM = 10;
    private static final double MIDDLE = SIDE_MM / 2.0;
    private static final double RING = 1.2;
    private static final double NAME_RADIUS = 14.2;
    private static final double NAME_SIZE = 4.9;
    private static final double WIDEST_ARC = Math.toRadians(236);
    private static final double STAR = 5.6;
    private static final String PURPOSE = "电子证照专用章";
    private static final double PURPOSE_SIZE = 2.8;
    private static final double PURPOSE_LINE = 12.6;
    private static final int SHADES = 256;
    private static final Color RED = new Color(206, 30, 35);

    private final Typeface typeface;
    private final Graphics2D pen;

    private SealPicture(Typeface typeface, Graphics2D pen) {
        this.typeface = typeface;
        this.pen = pen;
    }

    /** As PNG, transparent where it is not red. */
    static byte[] of(String name, Typeface typeface) {
        int side = SIDE_MM * DOTS_PER_MM;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(DOTS_PER_MM, DOTS_PER_MM);
        pen.translate(MIDDLE, MIDDLE);
        pen.setColor(Color.WHITE);
        new SealPicture(typeface, pen).draw(name);
        pen.dispose();
        return png(inRed(image));
    }

    private void draw(String name) {
        double radius = MIDDLE - RING;
        pen.setStroke(new BasicStroke((float) RING));
        pen.draw(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
        pen.fill(star());
        name(typeface.printable(name).codePoints().toArray());
        purpose();
    }

    /** Few characters stand apart, many close together and narrow. */
    private void name(int[] characters) {
        double step = Math.min(Math.toRadians(27), WIDEST_ARC / Math.max(1, characters.length - 1));
        double narrow = Math.min(1, step * NAME_RADIUS * 0.98 / NAME_SIZE);
        double angle = -step * (characters.length - 1) / 2;
        for (int character : characters) {
            AffineTransform place = AffineTransform.getRotateInstance(angle);
            place.translate(0, -NAME_RADIUS);
            place.scale(narrow, 1);
            glyph(character, NAME_SIZE, place);
            angle += step;
        }
    }

    private void purpose() {
        double x = -typeface.width(PURPOSE, PURPOSE_SIZE) / 2;
        for (int character : PURPOSE.codePoints().toArray()) {
            double width = typeface.advance(character) * PURPOSE_SIZE;
            glyph(character, PURPOSE_SIZE, AffineTransform.getTranslateInstance(x + width / 2, PURPOSE_LINE));
            x += width;
        }
    }

    /** Its middle over the place. */
    private void glyph(int character, double size, AffineTransform place) {
        place.scale(size, size);
        place.translate(-typeface.advance(character) / 2, 0);
        GeneralPath outline = typeface.outline(character);
        outline.transform(place);
        pen.fill(outline);
    }

    private static GeneralPath star() {
        GeneralPath star = new GeneralPath();
        for (int i = 0; i < 5; i++) {
            double angle = Math.PI * (-0.5 + i * 0.8);
            double x = STAR * Math.cos(angle);
            double y = STAR * Math.sin(angle);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        star.setWindingRule(GeneralPath.WIND_NON_ZERO);
        return star;
    }

    /** What is white becomes red, what is black is seen through; half as large as in full colours. */
    private static BufferedImage inRed(BufferedImage drawn) {
        byte[] red = new byte[SHADES];
        byte[] green = new byte[SHADES];
        byte[] blue = new byte[SHADES];
        byte[] opacity = new byte[SHADES];
        for (int shade = 0; shade < SHADES; shade++) {
            red[shade] = (byte) RED.getRed();
            green[shade] = (byte) RED.getGreen();
            blue[shade] = (byte) RED.getBlue();
            opacity[shade] = (byte) shade;
        }
        IndexColorModel colours = new IndexColorModel(8, SHADES, red, green, blue, opacity);
        return new BufferedImage(colours, drawn.getRaster(), false, null);
    }

    private static byte[] png(BufferedImage image) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ImageIO.write(image, "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
