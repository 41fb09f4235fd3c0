package org.dianqiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class PlainZipTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void isWholeAndHoldsNoMemoryOnceItIsClosed() throws IOException {
        PlainZip zip = new PlainZip(out);
        try (zip) {
            zip.put("plot.txt", new byte[] {4, 1, 0});
            zip.finish();
        }
        ZipInputStream read = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read.getNextEntry().getName()).isEqualTo("plot.txt");
        assertThat(read.readAllBytes()).containsExactly(4, 1, 0);
        assertThatThrownBy(() -> zip.put("late.txt", new byte[1])).hasMessageContaining("Deflater has been closed");
    }
}
