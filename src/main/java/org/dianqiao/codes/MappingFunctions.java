package org.dianqiao.codes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.dianqiao.codes.Check.Verdict;

/**
 * What mappings can do beyond the language: days, codes, digits, and numbers that stay as they were written. What is
 * absent stays absent; so does an empty text, as which older systems send what they do not know.
 */
final class MappingFunctions {

    private static final int MOST_DIGITS = 900;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,400}(\\.[0-9]{1,400})?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]*");

    private MappingFunctions() {}

    private interface Work {
        JsonNode of(JsonNode[] arguments);
    }

    private record Named(String name, int least, int most, Work work) implements Function {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return least;
        }

        @Override
        public int getMaxArguments() {
            return most;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] arguments) {
            return work.of(arguments);
        }
    }

    static List<Function> with(Supplier<CodeTables> tables) {
        MappingCodes codes = new MappingCodes(tables);
        return List.of(
                new Named("required", 2, 2, given -> required(given[0], given[1])),
                new Named("text", 1, 1, given -> isAbsent(given[0]) ? NullNode.instance : text(given[0])),
                new Named("digits", 2, 2, given -> isAbsent(given[0]) ? NullNode.instance : digits(given[0], given[1])),
                new Named("code", 2, 3, given -> isAbsent(given[1]) ? NullNode.instance : codes.meaning(given)),
                new Named("codeOf", 2, 3, given -> isAbsent(given[1]) ? NullNode.instance : codes.codeOf(given)),
                new Named("suspect", 1, 1, given -> isSuspect(given[0]) ? BooleanNode.TRUE : NullNode.instance),
                new Named("number", 1, 1, given -> isAbsent(given[0]) ? NullNode.instance : number(given[0])),
                new Named("string", 1, 1, given -> given[0].isNull() ? given[0] : string(given[0])),
                time("day", "应为日期，如 2026-09-15", "a day like 2026-09-15 is expected", DialectTime::day),
                time("date8", "应为日期 yyyyMMdd", "a day written yyyyMMdd is expected", DialectTime::date8),
                time("toDate8", "应为日期 yyyy-MM-dd", "a day written yyyy-MM-dd is expected", DialectTime::toDate8),
                time("time14", "应为时间 yyyyMMddHHmmss", "a time written yyyyMMddHHmmss is expected", DialectTime::time14),
                time("toTime14", "应为带时区的时间", "a time with its zone is expected", DialectTime::toTime14),
                time("toTime19", "应为带时区的时间", "a time with its zone is expected", DialectTime::toTime19),
                time("toDate", "应为带时区的时间", "a time with its zone is expected", DialectTime::toDate));
    }

    private static Named time(String name, String zh, String en, UnaryOperator<String> reading) {
        return new Named(name, 1, 1, given -> isAbsent(given[0]) ? NullNode.instance : time(given[0], zh, en, reading));
    }

    private static JsonNode time(JsonNode value, String zh, String en, UnaryOperator<String> reading) {
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw MappingFault.of(value, zh, en);
        }
        try {
            return TextNode.valueOf(reading.apply(value.asText()));
        } catch (DateTimeException e) {
            throw MappingFault.of(value, zh, en);
        }
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isNull() || (value.isTextual() && value.textValue().isEmpty());
    }

    private static JsonNode required(JsonNode value, JsonNode name) {
        if (value.isNull() || (value.isTextual() && value.textValue().isBlank())) {
            throw MappingFault.missing(name.asText());
        }
        return value;
    }

    /** A number in its place has lost its leading zeros, if it had any: nobody can tell. */
    static JsonNode text(JsonNode value) {
        if (!value.isTextual()) {
            throw MappingFault.of(value, "应为文字，须加引号", "a text in quotes is expected");
        }
        return value;
    }

    private static JsonNode digits(JsonNode value, JsonNode count) {
        String text = text(value).textValue();
        if (text.length() != count.asInt() || !DIGITS.matcher(text).matches()) {
            throw MappingFault.of(value, "应为 " + count.asInt() + " 位数字", count.asInt() + " digits are expected");
        }
        return value;
    }

    /** A social credit code that fails its check, and may have been issued all the same. */
    private static boolean isSuspect(JsonNode code) {
        return !isAbsent(code) && CreditCode.check(text(code).textValue()).verdict() == Verdict.SUSPECT;
    }

    /** As it was written: the language's own would make a double of it. */
    private static JsonNode number(JsonNode value) {
        boolean isWritten =
                value.isTextual() && NUMBER.matcher(value.textValue()).matches();
        if (!value.isNumber() && !isWritten) {
            throw MappingFault.of(value, "应为数字", "a number is expected");
        }
        return value.isNumber() ? value : DecimalNode.valueOf(new BigDecimal(value.textValue()));
    }

    private static JsonNode string(JsonNode value) {
        if (value.isNumber()) {
            return TextNode.valueOf(plain(value));
        }
        return value.isTextual() ? value : TextNode.valueOf(value.toString());
    }

    /** 1e2000 is six characters here and two thousand digits when it is written out. */
    static String plain(JsonNode number) {
        BigDecimal exact = number.decimalValue();
        if (exact.precision() + Math.abs((long) exact.scale()) > MOST_DIGITS) {
            throw MappingFault.of(number, "数字位数过多", "the number has too many digits");
        }
        return exact.toPlainString();
    }
}
