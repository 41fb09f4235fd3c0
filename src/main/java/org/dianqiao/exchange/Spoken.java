package org.dianqiao.exchange;

import java.util.List;
import org.dianqiao.partner.Partner;
import org.jspecify.annotations.Nullable;

/**
 * What a partner said in a dialect of its own, put into the words of the catalogue.
 *
 * @param means how the gateway knew who spoke
 * @param words what it means; absent where it cannot be put into our words
 * @param original the bytes as they came
 * @param fault why it cannot: it is recorded with what came, and refused
 * @param place where we fetched it ourselves: the same words at two places are two events
 */
public record Spoken(
        Partner by,
        String means,
        String service,
        @Nullable Words words,
        Said original,
        @Nullable Refused fault,
        @Nullable String place) {

    private static final int MOST_IN_CASE = 64;
    private static final int MOST_IN_PURPOSE = 200;

    /**
     * As the service's contract has it.
     *
     * @param caseId what it belongs to, where the dialect says so
     * @param purpose why personal data is asked for
     */
    public record Words(@Nullable String caseId, @Nullable String purpose, byte[] payload) {}

    /** What would stand in the manifest must be able to stand there; it is refused like anything else that cannot be. */
    Spoken sayable() {
        if (words == null || (fits(words.caseId(), MOST_IN_CASE) && fits(words.purpose(), MOST_IN_PURPOSE))) {
            return this;
        }
        Refused refused = Refused.violating("/case", "案件编号应为 1 至 64 个字符，不含控制字符");
        return new Spoken(by, means, service, null, original, refused, place);
    }

    private static boolean fits(@Nullable String text, int most) {
        return text == null
                || (!text.isEmpty()
                        && text.codePointCount(0, text.length()) <= most
                        && text.codePoints().noneMatch(Character::isISOControl));
    }

    List<Said> said() {
        return words == null
                ? List.of(original)
                : List.of(Said.named("payload", "application/json", words.payload()), original);
    }
}
