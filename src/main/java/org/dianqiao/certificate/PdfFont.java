package org.dianqiao.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * A subset as the font of a PDF file (ISO 32000-1, 9.7): text names glyphs by their numbers in it. Put together by
 * hand, because PDFBox would cut its subset anew from the whole typeface, one thread at a time.
 */
final class PdfFont {

    private static final int EM = 1000;
    private static final int SYMBOLIC = 4;

    private PdfFont() {}

    static COSDictionary of(Subset subset, PDDocument document) throws IOException {
        COSDictionary font = dictionary("Font");
        font.setName(COSName.SUBTYPE, "Type0");
        font.setName(COSName.BASE_FONT, subset.name());
        font.setName(COSName.ENCODING, "Identity-H");
        COSArray descendants = new COSArray();
        descendants.add(descendant(subset, document));
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        font.setItem(COSName.TO_UNICODE, stream(document, toUnicode(subset).getBytes(StandardCharsets.US_ASCII)));
        return font;
    }

    private static COSDictionary descendant(Subset subset, PDDocument document) throws IOException {
        COSDictionary font = dictionary("Font");
        font.setName(COSName.SUBTYPE, "CIDFontType2");
        font.setName(COSName.BASE_FONT, subset.name());
        font.setItem(COSName.CIDSYSTEMINFO, identity());
        font.setName(COSName.CID_TO_GID_MAP, "Identity");
        font.setInt(COSName.DW, EM);
        font.setItem(COSName.W, widths(subset));
        font.setItem(COSName.FONT_DESC, descriptor(subset, document));
        return font;
    }

    private static COSDictionary identity() {
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);
        return system;
    }

    private static COSDictionary descriptor(Subset subset, PDDocument document) throws IOException {
        COSDictionary descriptor = dictionary("FontDescriptor");
        descriptor.setName(COSName.FONT_NAME, subset.name());
        descriptor.setInt(COSName.FLAGS, SYMBOLIC);
        COSArray box = new COSArray();
        for (int edge : new int[] {-1014, -273, 1988, 1048}) {
            box.add(COSInteger.get(edge));
        }
        descriptor.setItem(COSName.FONT_BBOX, box);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, 880);
        descriptor.setInt(COSName.DESCENT, -120);
        descriptor.setInt(COSName.CAP_HEIGHT, 695);
        descriptor.setInt(COSName.STEM_V, 60);
        PDStream file = new PDStream(document, new ByteArrayInputStream(subset.file()), COSName.FLATE_DECODE);
        file.getCOSObject().setInt(COSName.LENGTH1, subset.file().length);
        descriptor.setItem(COSName.FONT_FILE2, file);
        return descriptor;
    }

    /** Only of those that are not as wide as they are high. */
    private static COSArray widths(Subset subset) {
        COSArray widths = new COSArray();
        subset.glyphs().forEach((codePoint, glyph) -> {
            long width = Math.round(subset.typeface().advance(codePoint) * EM);
            if (width != EM) {
                COSArray one = new COSArray();
                one.add(COSInteger.get(width));
                widths.add(COSInteger.get(glyph));
                widths.add(one);
            }
        });
        return widths;
    }

    /** So that what is shown can also be searched, copied and read aloud. */
    private static String toUnicode(Subset subset) {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin 12 dict begin begincmap
                /CMapName /Adobe-Identity-UCS def /CMapType 2 def
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                1 begincodespacerange <0000> <FFFF> endcodespacerange
                """);
        for (Map.Entry<Integer, Integer> entry : subset.glyphs().entrySet()) {
            byte[] text = Character.toString(entry.getKey()).getBytes(StandardCharsets.UTF_16BE);
            map.append("1 beginbfchar <%04X> <%s> endbfchar\n"
                    .formatted(entry.getValue(), HexFormat.of().withUpperCase().formatHex(text)));
        }
        return map.append("endcmap CMapName currentdict /CMap defineresource pop end end\n")
                .toString();
    }

    private static PDStream stream(PDDocument document, byte[] bytes) throws IOException {
        return new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
    }

    private static COSDictionary dictionary(String type) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setName(COSName.TYPE, type);
        return dictionary;
    }
}
