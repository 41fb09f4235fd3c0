package org.dianqiao.lead;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;

/** An address as it is compared: how its division, blanks, signs, letters and digits are written makes no other of it. */
record Address(String text) {

    /** `divisions`: the names of what it lies in, from the province down; each may stand before it or not. */
    static Address of(String written, List<String> divisions) {
        String plain = plain(written);
        for (String division : divisions) {
            String name = plain(division);
            if (plain.startsWith(name) && plain.length() > name.length()) {
                plain = plain.substring(name.length());
            }
        }
        return new Address(plain);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Form.NFKC)
                .replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
