package org.dianqiao.codes;

/**
 * An electronic licence's identifier 电子证照标识 (GB/T 36904-2018): the fixed root, then type, issuer, serial number,
 * version and a check character (MOD 37,36) over these four. Licences are in use whose issuer is given by a region
 * instead of a credit code, so the issuer's length is free.
 */
public record LicenceIdentifier(String text) {

    private static final String ROOT = "1.2.156.3005.2.";
    private static final Shape TYPE = new Shape(LicenceType.SHAPE.pattern() + ".");
    private static final Shape END = new Shape(".999.X");
    private static final int ISSUER_AT = ROOT.length() + TYPE.length();
    private static final int LEAST = ISSUER_AT + "0.0".length() + END.length();
    private static final int MOST = 128;

    public LicenceIdentifier {
        check(text).admit(text);
    }

    public static LicenceIdentifier of(String text) {
        return new LicenceIdentifier(text);
    }

    /** A new one, which gets its check character. */
    public static LicenceIdentifier of(LicenceType type, String issuer, String serial, int version) {
        String most = ROOT + "%s.%s.%s.%03d.".formatted(type.text(), issuer, serial, version);
        return of(most + CheckCharacter.hybrid(most, ROOT.length(), most.length(), 36));
    }

    public static Check check(String text) {
        if (!text.startsWith(ROOT)) {
            return Check.wrong(1, "应以 " + ROOT + " 开头", "it begins with " + ROOT);
        }
        if (text.length() < LEAST || text.length() > MOST) {
            return Check.wrong(0, "长度不符", "its length is not possible");
        }
        int end = text.length() - END.length();
        return TYPE.check(text, ROOT.length())
                .and(() -> END.check(text, end))
                .and(() -> issuerAndSerial(text, end))
                .and(() -> checkCharacter(text));
    }

    /** What kind of licence it is. */
    public LicenceType type() {
        return LicenceType.of(text.substring(ROOT.length(), ISSUER_AT - 1));
    }

    /** Where who issued it was registered; 000000 for the country's own, and where the issuer's code does not say. */
    public Region region() {
        String issuer = text.substring(ISSUER_AT, text.indexOf('.', ISSUER_AT));
        if (!CreditCode.check(issuer).isWrong()) {
            return CreditCode.of(issuer).region();
        }
        return Region.check(issuer).isWrong() ? Region.of("000000") : Region.of(issuer);
    }

    /** Of the licence, perhaps of another type, that takes its place: the next version of the same serial number. */
    public LicenceIdentifier next(LicenceType type) {
        String[] parts = text.substring(ISSUER_AT).split("\\.", -1);
        return of(type, parts[0], parts[1], Integer.parseInt(parts[2]) + 1);
    }

    private static Check issuerAndSerial(String text, int to) {
        int dot = endOfRun(text, ISSUER_AT, to);
        if (dot == ISSUER_AT || dot == to || text.charAt(dot) != '.') {
            return unreadable(dot);
        }
        int end = endOfRun(text, dot + 1, to);
        return end == dot + 1 || end < to ? unreadable(end) : Check.valid();
    }

    private static Check unreadable(int at) {
        return Check.wrong(
                at + 1,
                "发证机构代码和流水号应为数字或大写字母，以“.”分隔",
                "issuer and serial number are digits or capital letters with a dot between them");
    }

    private static int endOfRun(String text, int from, int to) {
        int at = from;
        while (at < to && Shape.isDigitOrLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Check checkCharacter(String text) {
        int last = text.length() - 1;
        char expected = CheckCharacter.hybrid(text, ROOT.length(), last, 36);
        return text.charAt(last) == expected
                ? Check.valid()
                : Check.wrong(
                        last + 1,
                        "校验位应为 " + expected + "，请核对整个标识",
                        "the check character would be " + expected + ", compare the whole identifier");
    }
}
