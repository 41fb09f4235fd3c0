package org.dianqiao.codes;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dianqiao.codes.CodeTable.Row;

/** An address as it is compared: how its division, blanks, signs, letters and digits are written makes no other of it. */
public record Address(String text) {

    private static final Pattern SIGNS = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}]");

    /** The names of what it lies in, from the province down: each may stand before it or not. */
    public static Address of(String written, Region region, Divisions divisions) {
        String plain = plain(written);
        for (Row division : divisions.path(region)) {
            String name = plain(division.zh());
            if (plain.startsWith(name) && plain.length() > name.length()) {
                plain = plain.substring(name.length());
            }
        }
        return new Address(plain);
    }

    public static String plain(String text) {
        return SIGNS.matcher(Normalizer.normalize(text, Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }
}
