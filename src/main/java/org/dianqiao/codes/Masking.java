package org.dianqiao.codes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Personal data as those see it who need not see it: the numbers, phones and names of natural persons. What enterprises
 * are called is public and stays.
 *
 * <p>Members that hold personal data are known by their names; `by` is whoever did it, unless a partner's id stands there.
 * Beyond them every text is searched for what looks like a citizen number, also of the 15 digits that older papers bear, or a mobile phone, because people write such things into
 * remarks. In doubt it is masked: a construction permit's number, which holds a date in the same place, is as well. An
 * account number stays, for the utility's own clerks search by it.
 */
public final class Masking {

    private static final Pattern CITIZEN_NUMBER = Pattern.compile("(?<![0-9A-Za-z])[1-9]\\d{5}(?:18|19|20)\\d{2}"
            + "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern OLD_CITIZEN_NUMBER = Pattern.compile(
            "(?<![0-9A-Za-z])[1-9]\\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}(?![0-9A-Za-z])");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9A-Za-z])1[3-9]\\d{9}(?![0-9A-Za-z])");
    private static final Set<String> PERSONS = Set.of("manager", "contact", "agent", "legalperson", "handler");
    private static final Pattern PARTNER = Pattern.compile("gateway|[a-z0-9][a-z0-9-]*\\.[a-z0-9.-]+");
    private static final Set<String> PHONES = Set.of("tel", "telephone", "mobile");
    private static final Set<String> SECRETS = Set.of("facetoken");
    private static final String HIDDEN = "****";

    private Masking() {}

    /** A copy that may be shown. */
    public static JsonNode json(JsonNode node) {
        return value("", node);
    }

    /** What looks like a citizen number or a mobile phone is masked, all else stays. */
    public static String text(String text) {
        String masked = CITIZEN_NUMBER.matcher(text).replaceAll(found -> number(found.group()));
        masked = OLD_CITIZEN_NUMBER.matcher(masked).replaceAll(found -> number(found.group()));
        return MOBILE.matcher(masked).replaceAll(found -> phone(found.group()));
    }

    /** `410105********123X`. */
    public static String number(String number) {
        return number.length() >= 15 ? keep(number, 6, 4) : keep(number, 1, 1);
    }

    /** `138****1234`. */
    public static String phone(String phone) {
        return phone.length() >= 11 ? keep(phone, 3, 4) : keep(phone, 1, 2);
    }

    /** `王**`. */
    public static String name(String name) {
        return name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    private static JsonNode value(String member, JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object(member, object);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(item -> masked.add(value(member, item)));
            return masked;
        }
        return node.isTextual() && isName(member, node.textValue())
                ? TextNode.valueOf(name(node.textValue()))
                : plain(node);
    }

    private static boolean isName(String member, String text) {
        return PERSONS.contains(member)
                || (member.equals("by") && !PARTNER.matcher(text).matches());
    }

    private static ObjectNode object(String member, ObjectNode object) {
        boolean person = isPerson(member, object);
        boolean enterprise = object.path("kind").asText().equals("enterprise");
        ObjectNode masked = JsonNodeFactory.instance.objectNode();
        object.properties()
                .forEach(each -> masked.set(
                        each.getKey(),
                        member(each.getKey().toLowerCase(Locale.ROOT), each.getValue(), person, enterprise)));
        return masked;
    }

    private static JsonNode member(String name, JsonNode value, boolean person, boolean enterprise) {
        if (value.isContainerNode() || value.isNull() || value.isBoolean()) {
            return value(name, value);
        }
        if (SECRETS.contains(name)) {
            return TextNode.valueOf(HIDDEN);
        }
        if (name.endsWith("phone") || PHONES.contains(name)) {
            return TextNode.valueOf(phone(value.asText()));
        }
        if (name.endsWith("idno")) {
            return enterprise ? value : TextNode.valueOf(number(value.asText()));
        }
        return person && name.equals("name") ? TextNode.valueOf(name(value.asText())) : value(name, value);
    }

    /** Where an object does not say what it is, its place or an identity number in it does. */
    private static boolean isPerson(String member, ObjectNode object) {
        if (object.has("kind")) {
            return object.path("kind").asText().equals("person");
        }
        return PERSONS.contains(member)
                || object.path("idType").asText().equals("111")
                || CITIZEN_NUMBER.matcher(object.path("idNo").asText()).matches();
    }

    private static JsonNode plain(JsonNode node) {
        if (!node.isTextual() && !node.isIntegralNumber()) {
            return node;
        }
        String text = node.asText();
        String masked = text(text);
        return masked.equals(text) ? node : TextNode.valueOf(masked);
    }

    private static String keep(String text, int head, int tail) {
        if (text.length() <= head + tail) {
            return HIDDEN;
        }
        int hidden = text.length() - head - tail;
        return text.substring(0, head) + "*".repeat(hidden) + text.substring(text.length() - tail);
    }
}
