package org.dianqiao.certificate;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;

/**
 * The one typeface of all certificates: LXGW WenKai 霞鹜文楷, a regular script that has all of the 8,105 characters of
 * the state's table 通用规范汉字表, which names of people and places are written in. Read once, when first needed. Its
 * outlines are read by moving through the file, so one thread at a time may.
 */
final class Typeface {

    static final String NAME = "LXGWWenKai-Regular";

    private static final String FILE = "/fonts/LXGWWenKai-Regular.ttf";

    /** What a viewer needs; of its tables those for typesetting are left out. */
    private static final List<String> TABLES = List.of(
            "head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp", "cmap", "name", "OS/2");

    /** Stands where a character is that the typeface has not, as printers have always done it. */
    private static final int MISSING = '〓';

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final int[] advances;
    private final double unitsPerEm;

    private Typeface(byte[] file) throws IOException {
        this.font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        this.glyphs = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
        this.advances = new int[font.getNumberOfGlyphs()];
        for (int glyph = 0; glyph < advances.length; glyph++) {
            advances[glyph] = font.getAdvanceWidth(glyph);
        }
    }

    private static final class Kept {

        static final Typeface TYPEFACE = read();
    }

    static Typeface kept() {
        return Kept.TYPEFACE;
    }

    private static Typeface read() {
        try {
            return new Typeface(new ClassPathResource(FILE).getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it can be printed: on one line, and with a mark for each character that it has not. */
    String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .map(c -> glyphs.getGlyphId(c) == 0 ? MISSING : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** How wide a character is, where the type is one high. */
    double advance(int codePoint) {
        return advances[glyphs.getGlyphId(codePoint)] / unitsPerEm;
    }

    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size;
    }

    /** What a file needs of it that shows these characters and no other. */
    synchronized Subset subset(Set<Integer> codePoints) {
        try {
            SortedMap<Integer, Integer> kept = new TreeMap<>();
            TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
            subsetter.setPrefix(tag(codePoints) + "+");
            // It cannot map what lies beyond the first 65,536; such a glyph is shown by its number.
            codePoints.stream().filter(Character::isBmpCodePoint).forEach(subsetter::add);
            subsetter.addGlyphIds(
                    new TreeSet<>(codePoints.stream().map(glyphs::getGlyphId).toList()));
            subsetter.getGIDMap().forEach((now, before) -> kept.put(before, now));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            subsetter.writeToStream(file);
            SortedMap<Integer, Integer> numbers = new TreeMap<>();
            codePoints.forEach(c -> numbers.put(c, kept.getOrDefault(glyphs.getGlyphId(c), 0)));
            return new Subset(tag(codePoints) + "+" + NAME, file.toByteArray(), numbers, this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A glyph's outline, one high, above its base line. */
    synchronized GeneralPath outline(int codePoint) {
        try {
            var glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(codePoint));
            GeneralPath path = glyph == null ? new GeneralPath() : glyph.getPath();
            path.transform(AffineTransform.getScaleInstance(1 / unitsPerEm, -1 / unitsPerEm));
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Six letters that tell one subset from another. */
    private static String tag(Set<Integer> codePoints) {
        int hash = new TreeSet<>(codePoints).hashCode();
        StringBuilder tag = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            tag.append((char) ('A' + Math.floorMod(hash, 26)));
            hash = hash * 31 + i;
        }
        return tag.toString();
    }
}
