package org.dianqiao.web.cases;

import java.util.Locale;
import java.util.regex.Pattern;

/** A number as people type it. The letter of our case numbers may come small; others' numbers mean what they say. */
final class TypedNumber {

    private static final Pattern CASE_NUMBER = Pattern.compile("[psr]\\d{6}-\\d{6}-\\d{6,}");

    private TypedNumber() {}

    static String read(String typed) {
        String number = typed.strip().replace("\0", "");
        return CASE_NUMBER.matcher(number).matches() ? number.toUpperCase(Locale.ROOT) : number;
    }
}
