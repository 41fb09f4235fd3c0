package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dianqiao.sandbox.outside.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** src/docs/connectors.md says which fault each simulator can have. */
class FaultsOnTheirPageTest {

    private static final Pattern TABLE = Pattern.compile("(?s)\\| fault \\| what happens \\| of \\|\\n(.*?)\\n\\n");
    private static final Pattern WORD = Pattern.compile("`([a-z-]+)`");

    @ParameterizedTest
    @EnumSource
    void areThoseThatASimulatorHas(Outsider simulator) throws IOException {
        assertThat(table().filter(row -> isOf(row, simulator)).flatMap(FaultsOnTheirPageTest::faults))
                .containsExactlyInAnyOrderElementsOf(
                        simulator.possible().stream().map(Fault::word).toList());
    }

    private static Stream<String> table() throws IOException {
        String page = Files.readString(Path.of("src/docs/connectors.md"));
        return TABLE.matcher(page)
                .results()
                .flatMap(table -> table.group(1).lines())
                .skip(1);
    }

    private static boolean isOf(String row, Outsider simulator) {
        List<String> named = List.of(cell(row, 3).split(", "));
        return named.contains("all") || named.contains(simulator.word());
    }

    private static Stream<String> faults(String row) {
        return WORD.matcher(cell(row, 1)).results().map((MatchResult word) -> word.group(1));
    }

    private static String cell(String row, int place) {
        return row.split("\\|")[place].strip();
    }
}
