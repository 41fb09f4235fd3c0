package org.dianqiao.certificate;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines as Chinese is broken (GB/T 15834): anywhere between two characters, but no line begins with a
 * closing mark or ends with an opening one, and words and numbers stay whole as long as a line can hold them.
 */
final class Lines {

    private static final String NEVER_FIRST = "，。、；：？！）》】〕〉”’…—,.;:?!)]}%℃‰";
    private static final String NEVER_LAST = "（《【〔〈“‘([{";

    private final Typeface typeface;
    private final double size;
    private final double width;

    private Lines(Typeface typeface, double size, double width) {
        this.typeface = typeface;
        this.size = size;
        this.width = width;
    }

    /** At least one, which may be empty. */
    static List<String> of(String text, Typeface typeface, double size, double width) {
        return new Lines(typeface, size, width)
                .broken(typeface.printable(text).codePoints().toArray());
    }

    private List<String> broken(int[] text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        do {
            int to = end(text, from);
            lines.add(new String(text, from, to - from).strip());
            from = to;
        } while (from < text.length);
        return lines;
    }

    private int end(int[] text, int from) {
        int fits = fits(text, from);
        if (fits == text.length) {
            return fits;
        }
        for (int at = fits; at > from; at--) {
            if (mayBreak(text[at - 1], text[at])) {
                return at;
            }
        }
        return Math.max(fits, from + 1);
    }

    private int fits(int[] text, int from) {
        double used = 0;
        int at = from;
        while (at < text.length && used + typeface.advance(text[at]) * size <= width) {
            used += typeface.advance(text[at]) * size;
            at++;
        }
        return at;
    }

    private static boolean mayBreak(int before, int after) {
        return NEVER_FIRST.indexOf(after) < 0
                && NEVER_LAST.indexOf(before) < 0
                && !(isPartOfAWord(before) && isPartOfAWord(after));
    }

    private static boolean isPartOfAWord(int c) {
        return c > ' ' && c < 0x7f;
    }
}
