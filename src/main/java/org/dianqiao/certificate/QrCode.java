package org.dianqiao.certificate;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;

/**
 * A QR code 二维码 as the dark strips of its rows, each one module high.
 *
 * @param modules how many lie side by side
 */
record QrCode(int modules, List<Strip> strips) {

    record Strip(int row, int from, int to) {}

    static QrCode of(String text) {
        try {
            ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            List<Strip> strips = new ArrayList<>();
            for (int row = 0; row < matrix.getHeight(); row++) {
                strips(matrix, row, strips);
            }
            return new QrCode(matrix.getWidth(), List.copyOf(strips));
        } catch (WriterException e) {
            throw new IllegalArgumentException("does not fit a QR code: " + text, e);
        }
    }

    private static void strips(ByteMatrix matrix, int row, List<Strip> into) {
        int from = -1;
        for (int column = 0; column <= matrix.getWidth(); column++) {
            boolean dark = column < matrix.getWidth() && matrix.get(column, row) == 1;
            if (dark && from < 0) {
                from = column;
            } else if (!dark && from >= 0) {
                into.add(new Strip(row, from, column));
                from = -1;
            }
        }
    }
}
