package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

    private static final CodeTables TABLES = CodeTables.read(Path.of("mappings/codes"));
    private static final ObjectMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567890.123", "0.10", "10.0", "123456789012345678901234567890", "1", "-0.5"})
    void keepsANumberAsItWasWritten(String number) throws IOException {
        String in = "{\"ztze\":" + number + "}";
        assertThat(map("{\"a\": .ztze, \"b\": string(.ztze), \"c\": number(string(.ztze)), * : .}", in))
                .isEqualTo("{\"a\":%1$s,\"b\":\"%1$s\",\"c\":%1$s,\"ztze\":%1$s}".formatted(number));
    }

    @Test
    void keepsLeadingZeros() throws IOException {
        assertThat(map("{\"custType\": .custType, \"n\": text(.custType)}", "{\"custType\":\"03\"}"))
                .isEqualTo("{\"custType\":\"03\",\"n\":\"03\"}");
    }

    @Test
    void keepsAListThatIsEmptyAndLeavesOutWhatIsAbsent() throws IOException {
        assertThat(map(
                        "{\"documents\": .documents, \"site\": .site, \"purpose\": .purpose}",
                        "{\"documents\":[],\"site\":{}}"))
                .isEqualTo("{\"documents\":[],\"site\":{}}");
    }

    @ParameterizedTest
    @CsvSource({
        "date8(.), \"20260228\", \"2026-02-28\"",
        "date8(.), 20260228, \"2026-02-28\"",
        "date8(.), \"20240229\", \"2024-02-29\"",
        "toDate8(.), \"2026-02-28\", \"20260228\"",
        "time14(.), \"20261101093000\", \"2026-11-01T09:30:00+08:00\"",
        "time14(.), \"2026-11-01 09:30:00\", \"2026-11-01T09:30:00+08:00\"",
        "time14(.), \"20261101T093000\", \"2026-11-01T09:30:00+08:00\"",
        "time14(.), \"2026110109:30:00\", \"2026-11-01T09:30:00+08:00\"",
        "toTime14(.), \"2026-11-01T01:30:00Z\", \"20261101093000\"",
        "toTime14(.), \"2026-11-01T01:30:00.999Z\", \"20261101093000\"",
        "toTime19(.), \"2026-11-01T01:30:00Z\", \"2026-11-01 09:30:00\"",
        "toDate(.), \"2026-11-01T17:00:00Z\", \"2026-11-02\"",
        "'digits(., 2)', \"03\", \"03\"",
        "'code(\"marketing-customer-types\", .)', \"02\", \"lv-nonresident\"",
        "'codeOf(\"marketing-customer-types\", .)', \"small-micro\", \"02\"",
        "'codeOf(\"marketing-customer-types\", .)', \"lv-nonresident\", \"02\"",
        "'code(\"case-status\", ., \"zh\")', \"11\", \"办结（通过）\"",
        "'codeOf(\"grid-companies\", ., \"region\")', \"410000\", \"41101\"",
        "'required(., \"appNo\")', \"1\", \"1\"",
        "number(.), \"0.10\", 0.10",
        "string(.), 1E+3, \"1000\"",
        "string(.), true, \"true\""
    })
    void translatesWhatOthersWrite(String mapping, String in, String out) throws IOException {
        assertThat(map(mapping, in)).isEqualTo(out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date8(.)",
                "toDate8(.)",
                "time14(.)",
                "toTime14(.)",
                "toTime19(.)",
                "toDate(.)",
                "digits(., 2)",
                "text(.)",
                "number(.)",
                "code(\"case-status\", .)",
                "codeOf(\"grid-companies\", ., \"region\")"
            })
    void leavesAbsentWhatIsAbsentOrEmpty(String mapping) throws IOException {
        assertThat(map(mapping, "null")).isEqualTo("null");
        assertThat(map(mapping, "\"\"")).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource({
        "date8(.rq), \"20260230\", yyyyMMdd",
        "date8(.rq), \"20250229\", yyyyMMdd",
        "date8(.rq), \"2026-02-28\", yyyyMMdd",
        "date8(.rq), \"202602281\", yyyyMMdd",
        "date8(.rq), \"-20260228\", yyyyMMdd",
        "date8(.rq), \"+123450228\", yyyyMMdd",
        "date8(.rq), 2026022.5, yyyyMMdd",
        "date8(.rq), [], yyyyMMdd",
        "toDate8(.rq), \"2026-13-01\", yyyy-MM-dd",
        "time14(.rq), \"20261101243000\", yyyyMMddHHmmss",
        "time14(.rq), \"2026-02-30 09:30:00\", yyyyMMddHHmmss",
        "time14(.rq), \"20261101\", yyyyMMddHHmmss",
        "toTime14(.rq), \"2026-11-01T09:30:00\", zone",
        "'digits(.rq, 2)', 3, quotes",
        "'digits(.rq, 2)', \"3\", 2 digits",
        "'digits(.rq, 2)', \"003\", 2 digits",
        "'digits(.rq, 2)', \"٣٤\", 2 digits",
        "text(.rq), 3, quotes",
        "text(.rq), {}, quotes",
        "number(.rq), \"12a\", a number",
        "number(.rq), true, a number",
        "string(.rq), 1E9999, too many digits",
        "'code(\"case-status\", .rq)', \"16\", case-status",
        "'code(\"case-status\", .rq)', 3, quotes",
        "'codeOf(\"marketing-customer-types\", .rq)', \"palace\", marketing-customer-types"
    })
    void saysWhichValueCannotBeTakenWithoutRepeatingIt(String mapping, String value, String sentence)
            throws IOException {
        MappingFault fault =
                fault("[for (.rows) " + mapping + "]", "{\"rows\":[{\"rq\":null},{\"a/b\":1,\"rq\":" + value + "}]}");
        assertThat(fault.field()).isEqualTo("/rows/1/rq");
        assertThat(fault.en()).contains(sentence);
        assertThat(fault.zh()).isNotEmpty();
        assertThat(fault.isMissing()).isFalse();
        assertThat(fault).hasMessage("/rows/1/rq: " + fault.zh() + " (" + fault.en() + ")");
        if (value.length() > 6) {
            assertThat(fault.getMessage()).doesNotContain(value.replace("\"", ""));
        }
    }

    @Test
    void fitsNoTextThatEndsBeforeASlice() throws IOException {
        assertThat(fault("{\"a\": .a[5 : 11]}", "{\"a\":\"合计\"}").en()).startsWith("it does not fit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"appNo\":null}", "{\"appNo\":\" \"}"})
    void saysWhatIsMissing(String in) throws IOException {
        MappingFault fault = fault("{\"a\": required(.appNo, \"appNo\")}", in);
        assertThat(fault.field()).isEqualTo("appNo");
        assertThat(fault.isMissing()).isTrue();
    }

    @Test
    void doesNotSayAPlaceThatMightBeAnother() throws IOException {
        assertThat(fault("text(.b)", "{\"a\":3,\"b\":3}").field()).isEmpty();
    }

    @Test
    void saysThatTheWholeDoesNotFitWithoutRepeatingIt() throws IOException {
        MappingFault fault = fault("\nsize(.name)", "{\"name\":true,\"secret\":\"王小麦\"}");
        assertThat(fault.en()).startsWith("it does not fit a/x");
        assertThat(fault.getMessage()).doesNotContain("true");
        assertThat(fault).hasCauseInstanceOf(RuntimeException.class);
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() throws IOException {
        JsonNode deep = EXACT.createArrayNode();
        for (int i = 0; i < 100_000; i++) {
            deep = EXACT.createArrayNode().add(deep);
        }
        JsonNode tooDeep = deep;
        Mapping mapping = mapping(".");
        assertThat(catchThrowableOfType(MappingFault.class, () -> mapping.apply(tooDeep))
                        .en())
                .isEqualTo("it is nested too deeply");
    }

    @Test
    void isAtFaultItselfWhenItCallsItselfOrAddsFractions() throws IOException {
        Mapping endless = mapping("def f(x) f([$x]) f(.)");
        assertThatIllegalStateException().isThrownBy(() -> endless.apply(EXACT.createObjectNode()));
        Mapping inexact = mapping("{\"sum\": .a + .b}");
        JsonNode fractions = EXACT.readTree("{\"a\":0.1,\"b\":0.2}");
        assertThatIllegalStateException().isThrownBy(() -> inexact.apply(fractions));
    }

    private String map(String mapping, String in) throws IOException {
        return EXACT.writeValueAsString(mapping(mapping).apply(EXACT.readTree(in)));
    }

    private MappingFault fault(String mapping, String in) throws IOException {
        Mapping compiled = mapping(mapping);
        JsonNode input = EXACT.readTree(in);
        return catchThrowableOfType(MappingFault.class, () -> compiled.apply(input));
    }

    private Mapping mapping(String text) throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/x.jslt"), text);
        return Mappings.read(folder, () -> TABLES).find("a/x").orElseThrow();
    }
}
