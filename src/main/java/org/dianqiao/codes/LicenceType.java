package org.dianqiao.codes;

/** A kind of licence 证照类型代码 (GB/T 36904-2018): the code of the body that defined it, and three digits. */
public record LicenceType(String text) {

    static final Shape SHAPE = new Shape("XXXXXXXXXXXXXXXXXX999");

    public LicenceType {
        check(text).admit(text);
    }

    public static LicenceType of(String text) {
        return new LicenceType(text);
    }

    public static Check check(String text) {
        return SHAPE.check(text);
    }
}
