package org.dianqiao.certificate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A sheet as PDF. The same sheet always gives the same bytes. */
final class PdfFile {

    private static final double POINTS = 72 / 25.4;
    private static final COSName FONT = COSName.getPDFName("F");

    private PdfFile() {}

    static byte[] of(Sheet sheet, Subset subset) {
        try (PDDocument document = new PDDocument()) {
            describe(document, sheet.meta());
            PDResources resources = resources(PdfFont.of(subset, document));
            for (List<Mark> marks : sheet.pages()) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setResources(resources);
                page.setContents(content(document, new PdfMarks(subset, POINTS).drawn(marks)));
                document.addPage(page);
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument document, Meta meta) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(meta.title() + " " + meta.identifier());
        information.setAuthor(meta.issuer());
        information.setCreationDate(
                GregorianCalendar.from(ZonedDateTime.ofInstant(meta.at(), ZoneId.of("Asia/Shanghai"))));
        document.setDocumentId(meta.at().toEpochMilli());
        document.getDocumentCatalog().setLanguage("zh-CN");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private static PDResources resources(COSDictionary font) {
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(FONT, font);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, fonts);
        return new PDResources(resources);
    }

    private static PDStream content(PDDocument document, String drawn) throws IOException {
        byte[] bytes = drawn.getBytes(StandardCharsets.US_ASCII);
        return new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
    }
}
