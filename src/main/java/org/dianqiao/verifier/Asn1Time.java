package org.dianqiao.verifier;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/** Moments as certificates, lists and timestamps write them, in DER: in UTC, with seconds. */
final class Asn1Time {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\.\\d{1,9})?Z");

    private Asn1Time() {}

    static boolean is(Ber element) {
        return element.is(Ber.UTC_TIME) || element.is(Ber.GENERALIZED_TIME);
    }

    static Instant of(Ber element) {
        Ber.require(is(element), "应为时间", "no time where one belongs");
        String text = new String(element.contents(), StandardCharsets.ISO_8859_1);
        var parts = FORM.matcher(element.is(Ber.UTC_TIME) ? century(text) + text : text);
        Ber.require(parts.matches(), "时间不合格式", "a time that is not in its form");
        String fraction = parts.group(7) == null ? "" : parts.group(7);
        try {
            return Instant.parse("%s-%s-%sT%s:%s:%s%sZ"
                    .formatted(
                            parts.group(1),
                            parts.group(2),
                            parts.group(3),
                            parts.group(4),
                            parts.group(5),
                            parts.group(6),
                            fraction));
        } catch (DateTimeException e) {
            throw new Malformed("不是有效时刻", "a time that is no moment of the calendar");
        }
    }

    /** Two digits of a year are those from 1950 to 2049. */
    private static String century(String text) {
        return text.compareTo("50") < 0 ? "20" : "19";
    }
}
