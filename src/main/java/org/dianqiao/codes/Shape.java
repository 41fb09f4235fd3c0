package org.dianqiao.codes;

/** How an identifier is written, character by character: `9` a digit, `A` a capital letter, `X` either, others themselves. */
record Shape(String pattern) {

    int length() {
        return pattern.length();
    }

    /** Valid, or the first character that does not fit. */
    Check check(String text) {
        if (text.length() != pattern.length()) {
            return Check.wrongLength(pattern.length(), text.length());
        }
        return check(text, 0);
    }

    /** The same for a piece of a longer text, which must be long enough. */
    Check check(String text, int from) {
        for (int i = 0; i < pattern.length(); i++) {
            if (!fits(pattern.charAt(i), text.charAt(from + i))) {
                return misfit(pattern.charAt(i), from + i + 1);
            }
        }
        return Check.valid();
    }

    private static boolean fits(char expected, char found) {
        return switch (expected) {
            case '9' -> isDigit(found);
            case 'A' -> isLetter(found);
            case 'X' -> isDigitOrLetter(found);
            default -> found == expected;
        };
    }

    private static Check misfit(char expected, int position) {
        return switch (expected) {
            case '9' -> Check.wrong(position, "应为数字", "a digit is expected");
            case 'A' -> Check.wrong(position, "应为大写字母", "a capital letter is expected");
            case 'X' -> Check.wrong(position, "应为数字或大写字母", "a digit or capital letter is expected");
            default -> Check.wrong(position, "应为“" + expected + "”", "`" + expected + "` is expected");
        };
    }

    static boolean isDigitOrLetter(char c) {
        return isDigit(c) || isLetter(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
