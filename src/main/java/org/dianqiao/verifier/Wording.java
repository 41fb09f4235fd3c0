package org.dianqiao.verifier;

import java.util.Arrays;

/** The same thing in Chinese and in English. What comes from a bundle is made harmless before it is repeated. */
record Wording(String zh, String en) {

    private static final int LONGEST = 200;

    /** With the details put in, each in the language of the sentence. */
    Wording with(Object... details) {
        return new Wording(
                zh.formatted(Arrays.stream(details).map(Wording::zhOf).toArray()),
                en.formatted(Arrays.stream(details).map(Wording::enOf).toArray()));
    }

    /** A stranger's text must not move the reader's cursor, colour the screen, turn the line round or fill the page. */
    static String harmless(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]", "\uFFFD");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }

    private static String zhOf(Object detail) {
        return detail instanceof Wording wording ? wording.zh : harmless(String.valueOf(detail));
    }

    private static String enOf(Object detail) {
        return detail instanceof Wording wording ? wording.en : harmless(String.valueOf(detail));
    }
}
