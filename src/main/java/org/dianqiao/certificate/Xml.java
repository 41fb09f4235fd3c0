package org.dianqiao.certificate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How text and numbers stand in XML. */
final class Xml {

    private static final int DIGITS = 3;

    private Xml() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** To the micrometre, where it is one of millimetres. */
    static String number(double number) {
        return BigDecimal.valueOf(number)
                .setScale(DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
