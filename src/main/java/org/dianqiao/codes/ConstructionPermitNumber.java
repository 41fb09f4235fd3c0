package org.dianqiao.codes;

/**
 * A construction permit's number 施工许可证编号: region, day of issue, two digits of sequence, two of speciality. It has no
 * check character.
 */
public record ConstructionPermitNumber(String text) {

    private static final Shape SHAPE = new Shape("999999999999999999");
    private static final int ISSUED_AT = 6;

    public ConstructionPermitNumber {
        check(text).admit(text);
    }

    public static ConstructionPermitNumber of(String text) {
        return new ConstructionPermitNumber(text);
    }

    public static Check check(String text) {
        return SHAPE.check(text).and(() -> dayOfIssue(text));
    }

    private static Check dayOfIssue(String text) {
        return WrittenDate.exists(text, ISSUED_AT)
                ? Check.valid()
                : Check.wrong(ISSUED_AT + 1, "发证日期不存在", "there is no such date of issue");
    }
}
