package org.dianqiao.codes;

import java.util.function.Supplier;

/**
 * What looking at an identifier alone can tell.
 *
 * @param position which character is at fault, counted from 1; 0 where it is the whole or nothing
 * @param reason what is wrong, in Chinese and English; it never repeats the identifier. Empty when valid
 */
public record Check(Verdict verdict, int position, String reason) {

    /**
     * `SUSPECT`: a check character differs, or the form is not today's. Such have been issued, so a register decides.
     */
    public enum Verdict {
        VALID,
        SUSPECT,
        WRONG
    }

    private static final Check VALID = new Check(Verdict.VALID, 0, "");

    static Check valid() {
        return VALID;
    }

    static Check suspect(int position, String chinese, String english) {
        return new Check(Verdict.SUSPECT, position, reason(position, chinese, english));
    }

    static Check wrong(int position, String chinese, String english) {
        return new Check(Verdict.WRONG, position, reason(position, chinese, english));
    }

    static Check wrongLength(int expected, int found) {
        return wrong(
                0,
                "应为 " + expected + " 个字符，实为 " + found + " 个",
                expected + " characters expected, " + found + " found");
    }

    private static String reason(int position, String chinese, String english) {
        return (position > 0 ? "第 " + position + " 位：" : "") + chinese + " (" + english + ")";
    }

    public boolean isWrong() {
        return verdict == Verdict.WRONG;
    }

    /** The next look, unless this one has found something. */
    Check and(Supplier<Check> next) {
        return verdict == Verdict.VALID ? next.get() : this;
    }

    /** The text, once it has not been found wrong. */
    String admit(String text) {
        if (isWrong()) {
            throw new IllegalArgumentException(reason);
        }
        return text;
    }
}
