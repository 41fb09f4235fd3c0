package org.dianqiao.web.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.dianqiao.certificate.Certificate;
import org.dianqiao.trust.Sm3;

/** What a file that somebody holds is to a certificate. */
public enum Likeness {
    PDF,
    OFD,
    OTHER,
    TOO_LARGE;

    /** No certificate is nearly as large. */
    static final int MOST_BYTES = 5 << 20;

    private static final int BUFFER = 16 << 10;

    static Likeness of(InputStream file, Certificate certificate) throws IOException {
        Sm3 running = Sm3.running();
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
            length += read;
            if (length > MOST_BYTES) {
                return TOO_LARGE;
            }
            running.update(buffer, 0, read);
        }
        return of(Sm3.hex(running.digest()), certificate);
    }

    private static Likeness of(String sm3, Certificate certificate) {
        if (sm3.equals(certificate.pdfSm3())) {
            return PDF;
        }
        return sm3.equals(certificate.ofdSm3()) ? OFD : OTHER;
    }

    public boolean genuine() {
        return this == PDF || this == OFD;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
