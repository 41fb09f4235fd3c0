package org.dianqiao.connector.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A number of a spreadsheet as whoever wrote it meant it.
 *
 * <p>Spreadsheets keep fifteen digits and make zeros of the rest: a longer number is a code that is spoiled, and is
 * written so that everybody sees it, `9.14101E+17`.
 */
public final class CellNumber {

    private static final MathContext KEPT = new MathContext(15);
    private static final int SECONDS_OF_DAY = 86_400;
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_465);
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final int MARCH_1900 = 61;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private CellNumber() {}

    static String text(String raw) {
        BigDecimal number = new BigDecimal(raw).round(KEPT).stripTrailingZeros();
        boolean spoiled = number.precision() - number.scale() > KEPT.getPrecision();
        boolean tiny = number.scale() > 2 * KEPT.getPrecision();
        return spoiled || tiny ? String.format(Locale.ROOT, "%.5E", number) : number.toPlainString();
    }

    /** Whether this is a number that a spreadsheet has rounded. */
    public static boolean isSpoiled(String text) {
        return text.matches("[0-9](\\.[0-9]+)?[Ee]\\+?[0-9]{1,3}");
    }

    static String day(String raw, boolean from1904) {
        BigDecimal serial = new BigDecimal(raw);
        if (serial.signum() < 0 || serial.compareTo(LAST_SERIAL) > 0) {
            return text(raw);
        }
        int days = serial.intValue();
        long seconds = Math.round(serial.subtract(BigDecimal.valueOf(days)).doubleValue() * SECONDS_OF_DAY);
        LocalDateTime time = day(days, from1904).atStartOfDay().plusSeconds(seconds);
        return seconds == 0 ? time.toLocalDate().toString() : TIME.format(time);
    }

    /** In the calendar that counts from 1900, the twenty-ninth of February 1900 is a day. */
    private static LocalDate day(int serial, boolean from1904) {
        if (from1904) {
            return ZERO_1904.plusDays(serial);
        }
        return ZERO.plusDays(serial < MARCH_1900 ? serial + 1 : serial);
    }

    /** A day of this century that is shown as a number, `46280`; anything else stays as it is. */
    public static String dayOfNumber(String text) {
        return text.matches("[345][0-9]{4}") ? day(text, false) : text;
    }
}
