package org.dianqiao.sandbox.licences;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A red ring around a star. Whose seal it is stands in the seal, not in the picture: that needs no typeface. */
final class SealPicture {

    private static final int SIDE = 168;
    private static final double MIDDLE = SIDE / 2.0;
    private static final int RING = 6;
    private static final double STAR = 34;
    private static final Color RED = new Color(206, 30, 35);

    private SealPicture() {}

    static byte[] png() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(RED);
        pen.setStroke(new BasicStroke(RING));
        pen.draw(new Ellipse2D.Double(RING, RING, SIDE - 2 * RING, SIDE - 2 * RING));
        pen.fill(star());
        pen.dispose();
        return png(image);
    }

    private static Path2D star() {
        Path2D star = new Path2D.Double(Path2D.WIND_NON_ZERO);
        star.moveTo(MIDDLE, MIDDLE - STAR);
        for (int point = 1; point < 5; point++) {
            double angle = Math.PI * (-0.5 + point * 0.8);
            star.lineTo(MIDDLE + STAR * Math.cos(angle), MIDDLE + STAR * Math.sin(angle));
        }
        star.closePath();
        return star;
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
