package org.dianqiao.codes;

/** What others say in words of their own, as it may be kept in clear: short, on one line, its numbers masked. */
public final class Quoted {

    private static final int LONGEST = 200;
    private static final int LONGEST_NUMBER = 18;
    private static final String CODE = "[0-9A-Za-z][0-9A-Za-z._-]{0,31}";

    private Quoted() {}

    public static String line(String text) {
        String line = cut(text, LONGEST + LONGEST_NUMBER)
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[\\p{Cntrl}\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]", " ");
        return cut(Masking.text(line), LONGEST).strip();
    }

    /** Whether it is a code, and no sentence in the place of one. */
    public static boolean isCode(String text) {
        return text.matches(CODE);
    }

    /** The only word of others that may stand in a log. */
    public static String code(String text) {
        return isCode(text) ? Masking.text(text) : "without a code";
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        boolean withinOne = Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, withinOne ? length - 1 : length);
    }
}
