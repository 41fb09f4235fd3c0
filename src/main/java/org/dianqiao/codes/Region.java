package org.dianqiao.codes;

import java.util.Optional;

/**
 * An administrative division 行政区划 (GB/T 2260): two digits each for province, city and county, `00` where it ends
 * above. 000000 and 100000 are the country.
 */
public record Region(String text) {

    private static final Shape SHAPE = new Shape("999999");
    private static final int DIGITS_PER_LEVEL = 2;

    public Region {
        check(text).admit(text);
    }

    public static Region of(String text) {
        return new Region(text);
    }

    public static Check check(String text) {
        return SHAPE.check(text);
    }

    /** Of which a code speaks: a division's, a project's, a licence's, a unit's. One of the country's own projects speaks of none. */
    public static Optional<Region> spokenOf(String text) {
        if (!check(text).isWrong()) {
            return Optional.of(of(text));
        }
        if (!LicenceIdentifier.check(text).isWrong()) {
            return Optional.of(LicenceIdentifier.of(text).region());
        }
        if (!UnitNumber.check(text).isWrong()) {
            return Optional.of(UnitNumber.of(text).region());
        }
        return ProjectCode.check(text).isWrong()
                ? Optional.empty()
                : Optional.of(ProjectCode.of(text).region()).filter(region -> region.depth() > 0);
    }

    /** Whether the other division is this one or lies in it. */
    public boolean covers(String other) {
        return !check(other).isWrong() && other.startsWith(text.substring(0, depth() * DIGITS_PER_LEVEL));
    }

    /** The least code that can lie in it. */
    public String first() {
        return depth() == 0 ? "000000" : text;
    }

    /** The greatest code that can lie in it. */
    public String last() {
        int digits = depth() * DIGITS_PER_LEVEL;
        return text.substring(0, digits) + "9".repeat(text.length() - digits);
    }

    /** 0 the country, 1 a province, 2 a city, 3 a county: the deeper, the more specific. */
    public int depth() {
        if (text.equals("000000") || text.equals("100000")) {
            return 0;
        }
        if (text.endsWith("0000")) {
            return 1;
        }
        return text.endsWith("00") ? 2 : 3;
    }
}
