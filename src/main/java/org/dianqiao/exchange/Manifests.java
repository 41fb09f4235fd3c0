package org.dianqiao.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads manifests. What is not exactly one throws an IllegalArgumentException with the reason. */
public final class Manifests {

    static final int LARGEST = 16 * 1024;

    private static final int TO_MILLIS = "2026-09-30T09:00:01.250".length();
    private static final BigInteger BEYOND_ANYTHING = BigInteger.ONE.shiftLeft(50);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*");
    private static final Pattern PARTNER = Pattern.compile("[a-z0-9][a-z0-9.-]*");
    private static final Pattern SENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)");

    private Manifests() {}

    public static Manifest read(byte[] bytes) {
        require(bytes.length <= LARGEST, "the manifest has more than 16 KiB");
        JsonNode json = StrictJson.readManifest(bytes);
        require(json.isObject(), "the manifest is not a JSON object");
        require(json.path("v").isInt() && json.path("v").intValue() == 1, "`v` must be 1");
        return new Manifest(
                matching(json, "id", ID, 64),
                kind(json),
                matching(json, "service", SERVICE, 64),
                matching(json, "from", PARTNER, 64),
                json.has("to") ? matching(json, "to", PARTNER, 64) : null,
                sent(text(json, "sent")),
                optional(json, "case", 64),
                json.has("replyTo") ? matching(json, "replyTo", ID, 64) : null,
                optional(json, "purpose", 200),
                Attestation.in(json),
                parts(json.path("parts")));
    }

    static boolean isServiceName(String text) {
        return text.length() <= 64 && SERVICE.matcher(text).matches();
    }

    private static Kind kind(JsonNode json) {
        return Kind.of(text(json, "kind"))
                .orElseThrow(() -> new IllegalArgumentException("`kind` is not one of DQX/1"));
    }

    /** RFC 3339 knows offsets up to a day; Java's own only up to 18 hours. */
    private static Instant sent(String text) {
        require(SENT.matcher(text).matches(), "`sent` must be RFC 3339 with three decimals and Z or an offset");
        try {
            Instant local = LocalDateTime.parse(text.substring(0, TO_MILLIS)).toInstant(ZoneOffset.UTC);
            return text.endsWith("Z") ? local : local.minus(offset(text.substring(TO_MILLIS)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("`sent` is no moment of the calendar", e);
        }
    }

    private static Duration offset(String text) {
        LocalTime offset = LocalTime.parse(text.substring(1));
        Duration ahead = Duration.ofSeconds(offset.toSecondOfDay());
        return text.startsWith("-") ? ahead.negated() : ahead;
    }

    private static List<Part> parts(JsonNode list) {
        require(list.isArray(), "`parts` must be an array");
        List<Part> parts = new ArrayList<>(list.size());
        Set<String> names = new HashSet<>();
        for (JsonNode item : list) {
            require(item.isObject(), "each of `parts` must be an object");
            Part part = part(item);
            require(names.add(part.name()), "two parts have the same name");
            parts.add(part);
        }
        return List.copyOf(parts);
    }

    private static Part part(JsonNode json) {
        String type = bounded(json, "type", 200);
        require(!type.isBlank(), "a part's `type` must be a media type");
        JsonNode stored = json.path("stored");
        require(stored.isMissingNode() || stored.isBoolean(), "`stored` must be true or false");
        return new Part(partName(json), type, length(json), digest(json), stored.asBoolean());
    }

    private static String partName(JsonNode json) {
        String name = bounded(json, "name", 100);
        require(name.chars().noneMatch(c -> c == '"' || c == '/' || c == '\\'), "a part's `name` has \", / or \\");
        return name;
    }

    /** What is beyond anything counts as that much: it is too large all the same, and sums of it do not overflow. */
    private static long length(JsonNode json) {
        JsonNode length = json.path("length");
        require(
                length.isIntegralNumber() && length.bigIntegerValue().signum() >= 0,
                "a part's `length` must be a number of bytes");
        return length.bigIntegerValue().min(BEYOND_ANYTHING).longValue();
    }

    private static String digest(JsonNode json) {
        String sm3 = text(json, "sm3");
        boolean hex = sm3.length() == 64 && sm3.chars().allMatch(Manifests::isHex);
        require(hex, "a part's `sm3` must be 64 lower-case hexadecimal digits");
        return sm3;
    }

    private static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    private static String matching(JsonNode json, String member, Pattern pattern, int longest) {
        String text = text(json, member);
        require(text.length() <= longest && pattern.matcher(text).matches(), "`" + member + "` is not in its form");
        return text;
    }

    private static @Nullable String optional(JsonNode json, String member, int longest) {
        return json.has(member) ? bounded(json, member, longest) : null;
    }

    /** Characters are counted as people count them; control characters would break a line somewhere. */
    private static String bounded(JsonNode json, String member, int longest) {
        String text = text(json, member);
        int length = text.codePointCount(0, text.length());
        require(length >= 1 && length <= longest, "`" + member + "` must have 1 to " + longest + " characters");
        require(text.codePoints().noneMatch(Character::isISOControl), "`" + member + "` has a control character");
        return text;
    }

    private static String text(JsonNode json, String member) {
        JsonNode value = json.path(member);
        require(value.isTextual(), "`" + member + "` is missing or not a text");
        return value.textValue();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
