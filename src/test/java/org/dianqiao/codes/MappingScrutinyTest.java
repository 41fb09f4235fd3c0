package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a mapping is said at the start, all at once. */
class MappingScrutinyTest {

    private static final CodeTables TABLES = CodeTables.read(Path.of("mappings/codes"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import \"../../codes/x.jslt\" as x . | 1 | `../../codes/x.jslt` lies outside",
                "import \"/etc/passwd\" as x . | 1 | `/etc/passwd` is no mapping beside this one",
                "import \"/etc/x.jslt\" as x . | 1 | `/etc/x.jslt` is no mapping beside this one",
                "import \"https://a/x.jslt\" as x . | 1 | `https://a/x.jslt` is no mapping beside this one",
                "import \"_none.jslt\" as x . | 1 | `_none.jslt` is not there",
                "import \"call-back.jslt\" as x . | 1 | `call-back.jslt` imports this one",
                "import \"_broken.jslt\" as x . | 0 | ",
                "{\"at\": now()} | 1 | `now` is not the same every time",
                "{\"no\": random()} | 1 | `random` is not the same every time",
                "{\"no\": uuid()} | 1 | `uuid` is not the same every time",
                "let f = 1 { \"x\": .a / 2 } | 1 | `/` is not exact",
                "{ \"x\": .a * 2 } | 1 | `*` is not exact",
                "{ \"x\": .a - 2 } | 1 | `-` is not exact",
                "{ \"x\": 0.38 } | 1 | `0.38` is not exact",
                "round(.a) | 1 | `round` is not exact",
                "parse-time(.a, \"yyyyMMdd\") | 1 | `parse-time` is not strict about days",
                "code(\"colours\", .a) | 1 | there is no code table `colours`",
                "codeOf(.table, .a) | 1 | there is no code table ``",
                "{ \"x\": . | 1 | it ends before it is complete; look for a bracket that is not closed",
                "nothing(.) | 1 | No such function: 'nothing'",
                "digits(.) | 1 | ",
                "let a = 1 def f(b) $b + $c $a | 1 | `$c` is not said to be anything",
                "99999999999999999999 | 0 | a number in it has too many digits",
                "{ # } | 1 | an unknown character",
                "'' | 0 | it ends before it is complete; look for a bracket that is not closed"
            })
    void saysFileLineAndReasonOfWhatIsWrong(String text, int line, String reason) throws IOException {
        Path file = write("marketing/call-back.jslt", text);
        if (text.contains("_broken")) {
            file = write("marketing/_broken.jslt", "def f(");
        }
        Path broken = file;
        assertThat(faults()).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo(broken);
            assertThat(fault.line()).isGreaterThanOrEqualTo(line);
            assertThat(fault.reason()).startsWith(reason == null ? "" : reason).doesNotContain("\n");
        });
    }

    @Test
    void saysTheLineInTheFileThatIsImported() throws IOException {
        write("marketing/call-back.jslt", "import \"_order.jslt\" as order\n\norder:f(.)");
        Path order = write("marketing/_order.jslt", "// 预申请\ndef f(o)\n  nothing($o)");
        assertThat(faults()).containsOnly(new Fault(order, 3, "No such function: 'nothing'"));
    }

    @Test
    void saysWhatAnImportMustNotUse() throws IOException {
        write("marketing/call-back.jslt", "import \"_order.jslt\" as order order:f()");
        Path order = write("marketing/_order.jslt", "def f()\n  now()");
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(order);
            assertThat(fault.line()).isEqualTo(2);
        });
    }

    @Test
    void refusesACircleOfImports() throws IOException {
        write("a/x.jslt", "import \"_p.jslt\" as p p:f()");
        Path p = write("a/_p.jslt", "import \"_q.jslt\" as q def f() q:f()");
        Path q = write("a/_q.jslt", "import \"../a/_p.jslt\" as p def f() p:f()");
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        new Fault(q, 1, "`../a/_p.jslt` imports this one"),
                        new Fault(p, 1, "`_q.jslt` imports this one"));
    }

    @Test
    void letsMembersBeTakenOver() throws IOException {
        write("a/x.jslt", "// 1 - 2 / 3\n{\"now\": \"now() * 2\", * - b, c : .}");
        assertThat(read().all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"call-back.jslt", "marketing/Call-Back.jslt", "marketing/回调.jslt", "marketing/a b.jslt"})
    void wantsNamesThatARouteCanSay(String name) throws IOException {
        Path file = write(name, ".");
        assertThat(faults())
                .containsExactly(new Fault(
                        file, "a mapping lies in its dialect's folder; small letters, digits and `-` name both"));
    }

    @Test
    void wantsUtf8() throws IOException {
        Path file = write("a/x.jslt", "");
        Files.write(file, "{\n\"河南\": .}".getBytes(Charset.forName("GBK")));
        assertThat(faults()).containsExactly(new Fault(file, 2, "not UTF-8"));
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() throws IOException {
        Path file = write("a/x.jslt", "(".repeat(200_000) + "." + ")".repeat(200_000));
        assertThat(faults()).containsExactly(new Fault(file, "it is nested too deeply"));
    }

    @Test
    void wantsAFormToBeThatOfAMapping() throws IOException {
        Path form = write("a/x.form.yaml", "root: ORDER\nlists: [data//x]\nencoding: latin1\ncolour: red");
        assertThat(faults())
                .extracting(fault -> fault.file().equals(form) ? fault.line() + " " + fault.reason() : "")
                .containsExactlyInAnyOrder(
                        "4 `colour` is not known here; known are [encoding, lists, root, soap]",
                        "2 `lists`: names of elements with `/` between them are expected",
                        "3 `encoding`: one of UTF-8, GBK and GB18030 is expected",
                        "0 a form is named after its mapping, and there is none of this name");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Mappings read() {
        return Mappings.read(folder, () -> TABLES);
    }

    private List<Fault> faults() {
        return catchThrowableOfType(BadFiles.class, this::read).faults();
    }
}
