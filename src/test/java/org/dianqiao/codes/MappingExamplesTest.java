package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What stands beside a mapping as `<name>.in.json` or `.in.xml` comes out as `<name>.out.json` or `.out.xml`, to the
 * digit. A second example of a mapping has a word more in its name: `<name>.<word>.in.json`.
 */
class MappingExamplesTest {

    private static final Path DIALECTS = Path.of("mappings/dialects");
    private static final CodeTables TABLES = CodeTables.read(Path.of("mappings/codes"));
    private static final Mappings MAPPINGS = Mappings.read(DIALECTS, () -> TABLES);
    private static final ObjectMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @TestFactory
    Stream<DynamicTest> everyExampleComesOutAsItIsWritten() throws IOException {
        return examples()
                .map(in -> DynamicTest.dynamicTest(DIALECTS.relativize(in).toString(), () -> check(in)));
    }

    /** But for files of functions, which are no mappings. */
    @Test
    void everyFileOfADialectIsAMapping() throws IOException {
        try (Stream<Path> files = Files.walk(DIALECTS)) {
            assertThat(MAPPINGS.all())
                    .extracting(Mapping::name)
                    .containsExactlyInAnyOrder(
                            files.map(file -> DIALECTS.relativize(file).toString())
                                    .filter(file -> file.matches(".*/[^_/][^/]*\\.jslt"))
                                    .map(file -> file.replaceFirst("\\.jslt$", ""))
                                    .toArray(String[]::new));
        }
    }

    @Test
    void everyMappingHasAnExample() throws IOException {
        List<String> shown =
                examples().map(MappingExamplesTest::mappingOf).distinct().toList();
        assertThat(MAPPINGS.all()).extracting(Mapping::name).isNotEmpty().allSatisfy(name -> assertThat(shown)
                .contains(name));
    }

    @Test
    void noExampleHasLostItsOtherHalf() throws IOException {
        try (Stream<Path> files = Files.walk(DIALECTS)) {
            assertThat(files.map(Path::toString).filter(file -> file.matches(".*\\.out\\.(json|xml)")))
                    .allSatisfy(out -> assertThat(List.of(
                                    Path.of(out.replaceFirst("\\.out\\.\\w+$", ".in.json")),
                                    Path.of(out.replaceFirst("\\.out\\.\\w+$", ".in.xml"))))
                            .anyMatch(Files::exists));
        }
    }

    private static void check(Path in) throws IOException {
        Mapping mapping = MAPPINGS.find(mappingOf(in)).orElseThrow();
        JsonNode result = mapping.apply(read(in, mapping));
        Path json = Path.of(in.toString().replaceFirst("\\.in\\.\\w+$", ".out.json"));
        if (Files.exists(json)) {
            assertThat(result.toPrettyString())
                    .isEqualTo(EXACT.readTree(json.toFile()).toPrettyString());
        } else {
            checkXml(mapping, result, Path.of(json.toString().replaceFirst("json$", "xml")));
        }
    }

    /** The example is indented for its readers. */
    private static void checkXml(Mapping mapping, JsonNode result, Path expected) throws IOException {
        XmlForm form = MAPPINGS.form(mapping.name()).orElseThrow();
        Charset encoding = form.encoding();
        assertThat(flat(new String(form.bytes(result), encoding)))
                .isEqualTo(flat(Files.readString(expected, encoding)));
    }

    private static String flat(String xml) {
        return xml.replaceAll(">\\s+<", "><").strip();
    }

    private static JsonNode read(Path in, Mapping mapping) throws IOException {
        return in.toString().endsWith(".xml")
                ? MAPPINGS.form(mapping.name()).orElseThrow().read(Files.readAllBytes(in))
                : EXACT.readTree(in.toFile());
    }

    private static String mappingOf(Path example) {
        return DIALECTS.relativize(example).toString().replaceFirst("\\..*", "");
    }

    private static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(DIALECTS)) {
            return files.filter(file -> file.toString().matches(".*\\.in\\.(json|xml)")).sorted().toList().stream();
        }
    }
}
