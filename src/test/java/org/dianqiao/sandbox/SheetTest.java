package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SheetTest {

    private final String pdf =
            new String(Sheet.of("Permit (1)", "园林").part("licence").bytes(), StandardCharsets.US_ASCII);

    @Test
    void tellsWhereEachOfItsObjectsBegins() {
        Matcher starts = Pattern.compile("(\\d{10}) 00000 n ").matcher(pdf);
        for (int object = 1; object <= 5; object++) {
            assertThat(starts.find()).isTrue();
            assertThat(pdf.substring(Integer.parseInt(starts.group(1)))).startsWith(object + " 0 obj\n");
        }
        String table = pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.indexOf("\n%%EOF"));
        assertThat(pdf.substring(Integer.parseInt(table))).startsWith("xref\n0 6\n");
    }

    @Test
    void escapesWhatWouldEndAText() {
        assertThat(pdf).contains("(Permit \\(1\\)) Tj", "(??) Tj");
    }
}
