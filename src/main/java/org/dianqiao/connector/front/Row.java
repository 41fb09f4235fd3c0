package org.dianqiao.connector.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.trust.Sm3;
import org.jspecify.annotations.Nullable;

/** A row as it was found, as JSON: its columns in small letters and in their order, without those that say nothing. */
record Row(String serial, ObjectNode columns) {

    private static final DateTimeFormatter TIME_14 = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final DateTimeFormatter DATE_8 = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final String VOID = "0";
    private static final List<String> KEYS = List.of("lsh", "gcdm", "spsxslbm", "xmdm");
    private static final int LONGEST_KEY = 100;

    /** Of what is longer their database gives one character more than this, and no answer is too large because of one row. */
    static final int LONGEST_TEXT = 100_000;

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

    /** What has a type of its own in their table is written as the standard writes it. */
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
        return json.textNode(text(value));
    }

    private static String text(Object value) {
        if (value instanceof Timestamp time) {
            return TIME_14.format(time.toLocalDateTime());
        }
        if (value instanceof LocalDateTime time) {
            return TIME_14.format(time);
        }
        if (value instanceof Date day) {
            return DATE_8.format(day.toLocalDate());
        }
        if (value instanceof LocalDate day) {
            return DATE_8.format(day);
        }
        return value.toString().strip();
    }

    String text(String column) {
        return columns.path(column).asText();
    }

    boolean isVoid() {
        return text("sjyxbs").equals(VOID);
    }

    /** Whether a void row that came later takes it back. */
    boolean isMadeVoid() {
        return text("fate").equals("void");
    }

    /** Whether all but its number is larger than an answer may be. */
    private boolean isLarge() {
        return text("fate").equals("large");
    }

    /** Of which project 工程 it speaks. */
    String project() {
        return text("gcdm");
    }

    /** Of which item under way 审批事项实例 it speaks. */
    String item() {
        return text("spsxslbm");
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
        if (isLarge()) {
            return Optional.of(MappingFault.at("", "此行过大，无法读取", "the row is too large to be read"));
        }
        return KEYS.stream()
                .filter(key -> text(key).length() > LONGEST_KEY || text(key).indexOf(0) >= 0)
                .findFirst()
                .map(key -> MappingFault.at("/" + key, "过长，或含有不可用的字符", "is too long or holds a NUL"))
                .or(this::endless);
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
