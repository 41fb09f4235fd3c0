package org.dianqiao.codes;

/**
 * A real-estate unit's number 不动产单元代码 (GB/T 37346-2019): county, cadastral district and sub-district, parcel, and what
 * stands on it. Printed with blanks, kept without. It has no check character.
 */
public record UnitNumber(String text) {

    private static final Shape SHAPE = new Shape("999999999999AA99999A99999999");
    private static final int COUNTY = 6;
    private static final int OWNERSHIP = 13;
    private static final int FIXTURE = 20;

    public UnitNumber {
        text = check(text).admit(normal(text));
    }

    public static UnitNumber of(String text) {
        return new UnitNumber(text);
    }

    /** Where it lies: the county with whose code it begins. */
    public Region region() {
        return Region.of(text.substring(0, COUNTY));
    }

    /** Positions are counted without the blanks. */
    public static Check check(String text) {
        String unit = normal(text);
        return SHAPE.check(unit).and(() -> letters(unit));
    }

    private static Check letters(String unit) {
        if ("GJZ".indexOf(unit.charAt(OWNERSHIP - 1)) < 0) {
            return Check.wrong(OWNERSHIP, "所有权类型应为 G、J 或 Z", "ownership G, J or Z is expected");
        }
        if ("FLQW".indexOf(unit.charAt(FIXTURE - 1)) < 0) {
            return Check.wrong(FIXTURE, "定着物特征码应为 F、L、Q 或 W", "fixture F, L, Q or W is expected");
        }
        if (unit.charAt(FIXTURE - 1) == 'W' && !unit.endsWith("00000000")) {
            return Check.wrong(FIXTURE + 1, "无定着物（W）时应为 00000000", "00000000 is expected after W, no fixture");
        }
        return Check.valid();
    }

    private static String normal(String text) {
        return text.indexOf(' ') < 0 ? text : text.replace(" ", "");
    }
}
