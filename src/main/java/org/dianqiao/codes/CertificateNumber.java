package org.dianqiao.codes;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A property certificate's number 不动产权证书号 such as `豫(2026)郑州市不动产权第0012345号`, printed with brackets of many kinds,
 * kept with plain ones and without blanks. Certificates of houses and of land from before 2015 prove property as well
 * and have forms of their own, so no text is refused; what differs from the present form is suspect.
 */
public record CertificateNumber(String text) {

    private static final List<Part> PARTS = List.of(
            new Part(
                    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]",
                    "现行格式以省级简称开头",
                    "today's form begins with the province's short name"),
            new Part("\\(\\d{4}\\)", "现行格式此处为括号内的年份", "today's form has the year in brackets here"),
            new Part(
                    "[\\u4e00-\\u9fa5]{2,20}?(?=不动产[权证])",
                    "现行格式此处为县市区名称，后接“不动产”",
                    "today's form names the county or city here, and then 不动产"),
            new Part("不动产(权|证明)第", "现行格式此处为“不动产权第”或“不动产证明第”", "today's form has 不动产权第 or 不动产证明第 here"),
            new Part("\\d{7,8}号$", "现行格式此处为 7 至 8 位数字和“号”", "today's form ends with 7 or 8 digits and 号"));

    public CertificateNumber {
        text = check(text).admit(normal(text));
    }

    public static CertificateNumber of(String text) {
        return new CertificateNumber(text);
    }

    /** Positions are counted without the blanks. */
    public static Check check(String text) {
        String number = normal(text);
        return number.isEmpty() ? Check.wrong(0, "证书号为空", "there is no number") : form(number);
    }

    private static Check form(String number) {
        int at = 0;
        for (Part part : PARTS) {
            Matcher found = part.pattern().matcher(number).region(at, number.length());
            if (!found.lookingAt()) {
                return Check.suspect(at + 1, part.chinese(), part.english());
            }
            at = found.end();
        }
        return Check.valid();
    }

    private static String normal(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().filter(c -> !isBlank(c)).forEach(c -> plain.append(plain((char) c)));
        return plain.toString();
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static char plain(char c) {
        return switch (c) {
            case '（', '〔', '［', '[' -> '(';
            case '）', '〕', '］', ']' -> ')';
            default -> c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c;
        };
    }

    private record Part(Pattern pattern, String chinese, String english) {

        Part(String regex, String chinese, String english) {
            this(Pattern.compile(regex), chinese, english);
        }
    }
}
