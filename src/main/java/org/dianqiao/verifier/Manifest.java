package org.dianqiao.verifier;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message's manifest (清单): section 2 of the protocol.
 *
 * @param attestedOf whose words these are, where it says that the gateway wrote them down
 */
record Manifest(
        String id,
        String kind,
        String service,
        String from,
        Optional<String> to,
        String sent,
        Optional<String> replyTo,
        Optional<String> attestedOf,
        List<Part> parts) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern KIND = Pattern.compile("event|query|receipt|reply|refusal");
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*");
    private static final Pattern PARTNER = Pattern.compile("[a-z0-9][a-z0-9.-]*");
    private static final Pattern SENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern TO_64 = Pattern.compile("\\P{Cc}{1,64}");
    private static final Pattern TO_200 = Pattern.compile("\\P{Cc}{1,200}");
    private static final Pattern PART_NAME = Pattern.compile("[^\\p{Cc}\"/\\\\]{1,100}");
    private static final int BEFORE_OFFSET = "2026-09-30T09:00:01.250".length();

    /** A part, as the signature covers it. */
    record Part(String name, BigInteger length, String sm3) {

        static Part of(Object value) {
            Fields fields = Fields.of(value);
            fields.text("type", TO_200, 400);
            fields.flag("stored");
            return new Part(
                    fields.text("name", PART_NAME, 200), fields.count("length"), fields.text("sm3", Fields.SM3, 64));
        }
    }

    static Manifest of(byte[] bytes) {
        Fields fields = Fields.of(bytes, Layout.LARGEST_MANIFEST);
        Malformed.unless(fields.count("v").equals(BigInteger.ONE), "`v` 应为 1", "`v` must be 1");
        fields.maybe("case", TO_64, 128);
        fields.maybe("purpose", TO_200, 400);
        return new Manifest(
                fields.text("id", ID, 64),
                fields.text("kind", KIND, 16),
                fields.text("service", SERVICE, 64),
                fields.text("from", PARTNER, 64),
                fields.maybe("to", PARTNER, 64),
                sent(fields.text("sent", SENT, 64)),
                fields.maybe("replyTo", ID, 64),
                attestedOf(fields.members().get("attested")),
                parts(fields.list("parts")));
    }

    /** In any other form it is a member like those that nobody knows. */
    private static Optional<String> attestedOf(@Nullable Object attested) {
        return attested instanceof Map<?, ?> members && members.get("of") instanceof String of
                ? Optional.of(of)
                : Optional.empty();
    }

    private static String sent(String text) {
        try {
            LocalDateTime.parse(text.substring(0, BEFORE_OFFSET));
            if (!text.endsWith("Z")) {
                LocalTime.parse(text.substring(BEFORE_OFFSET + 1));
            }
            return text;
        } catch (DateTimeException e) {
            throw new Malformed("`sent` 不是有效时刻", "`sent` is no moment of the calendar");
        }
    }

    private static List<Part> parts(List<?> list) {
        List<Part> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Object value : list) {
            Part part = Part.of(value);
            Malformed.unless(names.add(part.name), "两个部件同名", "two parts have the same name");
            parts.add(part);
        }
        return parts;
    }
}
