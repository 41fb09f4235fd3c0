package org.dianqiao.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a PDF says, read as a stranger's reader does. */
public final class PrintedText {

    private PrintedText() {}

    /** Without blanks and ends of lines, which are nothing but layout. */
    public static String of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return squeezed(new PDFTextStripper().getText(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String squeezed(String text) {
        return text.replaceAll("[\\s\\u3000]", "");
    }
}
