package org.dianqiao.connector.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dianqiao.codes.Check;
import org.dianqiao.codes.LicenceIdentifier;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.trust.Sm3;
import org.jspecify.annotations.Nullable;

/** A row as it was found, as JSON: its columns in small letters and in their order, without those that say nothing. */
record Row(String serial, ObjectNode columns) {

    private static final String VOID = "0";
    private static final String FATE = "fate";
    private static final Set<String> VALIDITIES = Set.of("", "1", VOID);
    private static final List<String> KEYS = List.of("lsh", "gcdm", "xzqhdm", "spsxslbm", "xmdm");
    private static final int LONGEST_KEY = 100;
    private static final int DISTRICT = 6;

    /** Of what is longer their database gives one character more than this, and no answer is too large because of one row. */
    static final int LONGEST_TEXT = 100_000;

    /** The columns of the document that an item ended with. */
    static final List<String> DOCUMENT = List.of("pfwh", "zzbs", "zzbh");

    private static final Set<String> PASSED = Set.of("11", "12");
    private static final List<String> NOT_SAID =
            List.of("lsh", "dfsjzj", "sjyxbs", "sjwxyy", "sjsczt", "sbyy", "scsj", "gxsj");

    static Row of(Map<String, @Nullable Object> found) {
        Map<String, Object> sorted = new TreeMap<>();
        found.forEach((name, value) -> {
            if (value != null) {
                sorted.put(name.toLowerCase(Locale.ROOT), value);
            }
        });
        ObjectNode columns = JsonNodeFactory.instance.objectNode();
        sorted.forEach((name, value) -> columns.set(name, json(value)));
        return new Row(columns.path("lsh").asText(), columns);
    }

    /** Of which nothing but the number is known any more. */
    static Row numbered(String serial) {
        return new Row(serial, JsonNodeFactory.instance.objectNode().put("lsh", serial));
    }

    /** As it was found, with the reason why nothing else was. */
    static Map<String, @Nullable Object> unread(Map<String, @Nullable Object> number, Unread why) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(number);
        row.put(FATE, why.word());
        return row;
    }

    private static JsonNode json(Object value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value instanceof BigDecimal number) {
            return json.numberNode(number);
        }
        if (value instanceof BigInteger
                || value instanceof Long
                || value instanceof Integer
                || value instanceof Short) {
            return json.numberNode(new BigInteger(value.toString()));
        }
        return json.textNode(value.toString().strip());
    }

    String text(String column) {
        return columns.path(column).asText();
    }

    boolean isVoid() {
        return text("sjyxbs").equals(VOID);
    }

    /** Whether a void row that came later takes it back. */
    boolean isMadeVoid() {
        return text(FATE).equals("void");
    }

    /** Of a void row: whether the last that came after it is a valid one, and taken. */
    boolean isReplaced() {
        return text(FATE).equals("replaced");
    }

    /** Of a void row: whether the last that came after it is not taken, be it wrong or not read yet. */
    boolean isBeingReplaced() {
        return text(FATE).equals("open");
    }

    /** Of which project 工程 it speaks. */
    String project() {
        return text("gcdm");
    }

    /** Whose number that is. */
    String district() {
        String district = text("xzqhdm");
        return district.substring(0, Math.min(DISTRICT, district.length()));
    }

    /** Of which item under way 审批事项实例 it speaks. */
    String item() {
        return text("spsxslbm");
    }

    /** Whether the item has ended well, by what this row says or by what stands beside it. */
    boolean passes() {
        return PASSED.contains(text("blzt"));
    }

    boolean isDocumented() {
        return !text("pfwh").isEmpty() || !text("zzbs").isEmpty();
    }

    /** What is wrong with the licence of its document, if it has one. */
    Optional<MappingFault> wrongLicence() {
        String identifier = text("zzbs");
        if (identifier.isEmpty()) {
            return Optional.empty();
        }
        Check check = LicenceIdentifier.check(identifier);
        if (check.isWrong()) {
            return Optional.of(MappingFault.at("/zzbs", check.reason(), check.reason()));
        }
        return text("zzbh").isEmpty()
                ? Optional.of(MappingFault.at("/zzbh", "必填项未填", "is required and missing"))
                : Optional.empty();
    }

    /** What tells the rows about one item apart: a number of their own, or else this column. */
    String actBy(String column) {
        String own = text("dfsjzj");
        return item() + " " + (own.isEmpty() ? text(column) : own);
    }

    /** By what one sees whether it says what another said: where it stands and what became of it do not count. */
    String words() {
        ObjectNode said = columns.deepCopy();
        said.remove(NOT_SAID);
        return Sm3.hex(Sm3.of(said.toString().getBytes(StandardCharsets.UTF_8)));
    }

    byte[] bytes() {
        return columns.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** By these rows find each other: what our own database could not look for, or not keep, is none. */
    Optional<MappingFault> unusable() {
        return Unread.named(text(FATE))
                .map(Unread::fault)
                .or(this::keyOfNoUse)
                .or(this::neitherValidNorVoid)
                .or(this::endless);
    }

    private Optional<MappingFault> keyOfNoUse() {
        return KEYS.stream()
                .filter(key -> text(key).length() > LONGEST_KEY || text(key).indexOf(0) >= 0)
                .findFirst()
                .map(key -> MappingFault.at("/" + key, "过长，或含有不可用的字符", "is too long or holds a NUL"));
    }

    private Optional<MappingFault> neitherValidNorVoid() {
        return VALIDITIES.contains(text("sjyxbs"))
                ? Optional.empty()
                : Optional.of(MappingFault.at("/sjyxbs", "应为 1 有效或 0 无效", "is neither 1 valid nor 0 void"));
    }

    private Optional<MappingFault> endless() {
        return columns.properties().stream()
                .filter(column -> column.getValue().asText().length() > LONGEST_TEXT)
                .findFirst()
                .map(column -> MappingFault.at(
                        "/" + column.getKey(),
                        "超过 " + LONGEST_TEXT + " 字",
                        "is longer than " + LONGEST_TEXT + " characters"));
    }

    /** Text that was written in one encoding and read in another. */
    Optional<MappingFault> garbled() {
        return columns.properties().stream()
                .filter(column -> Garbled.is(column.getValue().asText()))
                .findFirst()
                .map(column -> MappingFault.at(
                        "/" + column.getKey(), "乱码，请核对入库时的字符编码", "it was read in another encoding than written"));
    }
}
