package org.dianqiao.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packs as they are delivered, each time with one thing spoilt: the fault names file, line, rule and reason. */
class BrokenPacksTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void arePacksAsTheyAre() {
        Given.copy(folder);
    }

    /** What stands there, what stands there instead, by which words the faulty line is found, what is said of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        limit: 2 WD | limit: 5 days | 5 days | HSH-P2: `limit` is written as `5 WD`
        limit: 2 WD | limit: 16 HOURS | 16 HOURS | HSH-P2: `limit` is written as `5 WD`, the unit one of WD, ND_ROLL, ND, MONTHS
        limit: 2 WD | limmit: 2 WD | limmit | HSH-P2: `limmit` is not known here
        path: filing | path: light | path: light | HSH-P2: `path`: does not have a value in the enumeration
        path: filing | way: filing | id: HSH-P2 | HSH-P2: required property 'path'
        cite: { text: plan, clause: 二（一）1、任务3 } | restates: [] | id: HSH-C3 | HSH-C3: required property 'cite'
        plan, clause: 二（一）1、任务3 } | plan } | plan } | HSH-C3: `cite`: required property 'clause'
        plan, clause: 二（一）1、任务3 | plans, clause: 一 | text: plans | HSH-C3: `plans` is not one of the `texts`
        documents: [commitment-letter] | documents: [commitment-letters] | letters] | HSH-P1: `commitment-letters` is not one of the documents
        over: 20, max: 35 | over: 10, max: 35 | id: HSH-P4 | HSH-P4: some works would meet this rule and also HSH-P3 of line 57
        lineLengthM: { over: 300 } | lineLengthM: { over: 300, max: 300 } | over: 300, max | HSH-P3: no number lies within these bounds
        lineLengthM: { over: 300 } | lineLengthM: 300 | lineLengthM: 300 } | HSH-P3: `lineLengthM`: integer found, object expected
        grounds: { anyOf: [park] } | crossings: { anyOf: [bridge] } | bridge | HSH-L1: does not have a value in the enumeration
        grounds: { anyOf: [park] } | ground: { anyOf: [park] } | ground: | HSH-L1: `ground` is not known here
        grounds: { anyOf: [park] } | grounds: { anyOf: [park], noneOf: [park] } | noneOf | HSH-L1: nothing can meet this
        investedToRedLine: true | investedToRedLine: 1 | investedToRedLine | HSH-L1: `investedToRedLine`: integer found, boolean expected
        investedToRedLine: true | investedToRedLine: yes | investedToRedLine | HSH-L1: `investedToRedLine`: string found, boolean expected
        grounds: { anyOf: [park] } | path: { anyOf: [filing] } | path: { anyOf | HSH-L1: only timers may ask for the path
        grounds: { anyOf: [park] } | path: { anyOf: [swift] } | swift | HSH-L1: does not have a value in the enumeration
        subject: load-notice | subject: loads | subject: loads | HSH-W3: `loads` is not one of the subjects
        most: 3 | most: three | most: three | HSH-L1: `most`: string found, integer expected
        asks: outside-plan | asks: outside | asks: outside | HSH-C3: `asks`: does not have a value in the enumeration
        from: 2023-05-31 | from: 2023-02-30 | 2023-02-30 | HSH-W3: `from` is not a date like 2026-10-01
        from: 2023-05-31 | from: 2023-05-31, to: 2023-05-30 | to: 2023-05-30 | HSH-W3: it ends before it begins
        from: 2023-05-31 | from: 2023-05-31, then: continued | continued | HSH-W3: `effective`: has a missing property 'to'
        parent: national | parent: anhui | parent: anhui | no version of the pack `anhui` is in force on 2023-05-04
        parent: national | parent: huangshan | parent: huangshan | the pack inherits from itself: [huangshan]
        inForce: 2023-05-04 | inForce: 1999-12-31 | parent: national | no version of the pack `national` is in force on 1999-12-31
        regions: ["341000"] | regions: [341000] | regions: | integer found, string expected
        parent: national | parent: national: x | national: x | not YAML: mapping values are not allowed here
        limit: 2 WD | "path": filing | "path" | HSH-P2: it stands here twice
        housing, item: { zh: 电力接入工程备案 | house, item: { zh: 电力接入工程备案 | house, | HSH-P2: `house` is not one of the departments
        regions: ["341000"] | regions: ["410000"] | 410000 | the division 410000 belongs to the pack `henan` too
        id: HSH-W2 | id: "HSH-W3" | "HSH-W3" | HSH-W3: it is a rule of this pack, and also `elsewhere`
        """)
    void saysWhatIsWrongAndWhere(String from, String to, String where, String reason) throws IOException {
        assertFault("huangshan.yaml", from, to, where, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shandong.yaml | [restore-road, restore-greenery, file-before-start, push-works-information] | [sing] | [sing] | SDG-P3: `sing` is not one of the duties
        shandong.yaml | scheme-answered: 1 WD, connected: 1 WD } | done: 1 WD } | done: 1 WD | SDG-T3: `done` is not one of the stages
        henan.yaml | overdue: 0 WD, told: [handler-leader, province-company-leader] | overdue: 0 WD, told: [minister] | minister | HEN20-W4: `minister` is not one of the told
        """)
    void knowsOnlyTheTermsOfAPackAndOfThoseAboveIt(String name, String from, String to, String where, String reason)
            throws IOException {
        assertFault(name, from, to, where, reason);
    }

    @Test
    void namesEveryFaultOfEveryFileAtOnce() throws IOException {
        spoil("huangshan.yaml", "limit: 2 WD", "limit: 5 days");
        spoil("huangshan.yaml", "most: 3", "most: three");
        spoil("shandong.yaml", "pack: shandong", "pack: [shandong");
        Files.writeString(file("henan.yaml"), "");

        assertThat(faults())
                .extracting(fault -> fault.file().getFileName() + ":" + fault.line())
                .containsExactlyInAnyOrder(
                        "huangshan.yaml:" + line("huangshan.yaml", "5 days"),
                        "huangshan.yaml:" + line("huangshan.yaml", "three"),
                        "shandong.yaml:" + line("shandong.yaml", "version:"),
                        "henan.yaml:0");
    }

    @Test
    void refusesToSwitchOffWhatIsNotInherited() throws IOException {
        spoil("huangshan.yaml", "parent: national", "parent: national\nwithout: [HEN19-P2]");
        assertFault("huangshan.yaml", "HEN19-P2 is not inherited");
        assertThat(faults().get(0).line()).isEqualTo(line("huangshan.yaml", "without:"));
    }

    @Test
    void refusesPacksAboveWhichNoNationStands() throws IOException {
        spoil("national.yaml", "regions: [\"100000\"]", "regions: [\"110000\"]");
        assertThat(reasons()).containsExactly("no pack without `parent` speaks for the whole country (100000)");
    }

    @Test
    void refusesPacksThatInheritFromEachOther() throws IOException {
        spoil("national.yaml", "title: { zh: 全国", "parent: huangshan\ntitle: { zh: 全国");
        spoil("national.yaml", "inForce: 2000-01-01", "inForce: 2023-05-04");
        assertThat(reasons()).contains("the pack inherits from itself: [national, huangshan]");
    }

    @Test
    void refusesTwoVersionsOnOneDay() throws IOException {
        copyAs("huangshan-2.yaml", "version: \"2026.1\"", "version: \"2026.2\"");
        assertFault("huangshan.yaml", "another version comes into force on that day: " + file("huangshan-2.yaml"));
    }

    @Test
    void refusesAVersionThatIsThereAlready() throws IOException {
        copyAs("huangshan-2.yaml", "inForce: 2023-05-04", "inForce: 2027-01-01");
        assertFault("huangshan-2.yaml", "this version is there already");
    }

    @Test
    void refusesWhatIsNoPack() throws IOException {
        assertRefused("", "it is empty");
        assertRefused("- pack: a", "array found, object expected");
        assertRefused("pack: a\n---\npack: b\n", "not YAML: but found another document");
        assertRefused("pack: " + "[".repeat(30) + "]".repeat(30), "cannot be read: Nesting Depth exceeded max 20");
    }

    @Test
    void refusesFilesThatGrowWhenTheyAreRead() throws IOException {
        String reason = "cannot be read: Number of aliases for non-scalar nodes exceeds the specified max=0";
        assertRefused("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", reason);
        assertRefused("a: &a { x: *a }\n", reason);
    }

    /** Every place below a member repeats its name. */
    @Test
    void refusesANameThatWouldFillTheMemory() throws IOException {
        assertRefused("x".repeat(201) + ": [1, 2, 3]\n", "a member's name is longer than 200 characters");
    }

    @Test
    void refusesAFileThatWouldKeepItsParserBusy() throws IOException {
        assertRefused(
                "a: \"" + "x".repeat(1 << 20) + "\"\n", "it is too large: 1048582 bytes, at most 1048576 are read");
    }

    @Test
    void passesOverWhatEditorsLeaveBeside() throws IOException {
        Files.createSymbolicLink(folder.resolve(".#huangshan.yaml"), Path.of("nowhere"));
        Files.createSymbolicLink(folder.resolve("gone.yaml"), Path.of("nowhere"));
        Files.createDirectory(folder.resolve("folder.yaml"));
        assertThat(Policies.read(folder).ids()).contains("huangshan");
    }

    @Test
    void refusesAnEndingThatNobodyReads() throws IOException {
        Files.writeString(folder.resolve("zhengzhou.yml"), "pack: zhengzhou\n");
        assertThat(reasons()).containsExactly("it is not read: its name must end in .yaml");
    }

    @Test
    void refusesAnotherEncoding() throws IOException {
        Files.write(file("a.yaml"), "title: 黄山".getBytes(Charset.forName("GB18030")));
        assertThat(reasons()).singleElement().asString().isEqualTo("not UTF-8");
    }

    @Test
    void refusesAFolderWithoutAPackOrWithoutASchema() throws IOException {
        Files.writeString(file("pack.schema.json"), "{");
        assertThat(reasons()).singleElement().asString().startsWith("cannot be read as a schema: ");
        Files.delete(file("pack.schema.json"));
        assertThat(reasons()).singleElement().asString().startsWith("cannot be read as a schema: ");
        Files.copy(Given.FOLDER.resolve("pack.schema.json"), file("pack.schema.json"));
        for (String id : Given.PACKS.ids()) {
            Files.delete(file(id + ".yaml"));
        }
        assertThat(reasons()).containsExactly("no policy pack is here");
    }

    private void assertFault(String name, String from, String to, String where, String reason) throws IOException {
        spoil(name, from, to);

        Fault fault = faults().get(0);
        assertThat(fault.file()).isEqualTo(file(name));
        assertThat(fault.reason()).contains(reason);
        assertThat(fault.line()).isEqualTo(line(name, where));
    }

    private void assertFault(String file, String reason) {
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(file(file));
            assertThat(fault.reason()).isEqualTo(reason);
        });
    }

    private void assertRefused(String text, String reason) throws IOException {
        Files.writeString(file("a.yaml"), text);
        assertFault("a.yaml", reason);
    }

    private List<String> reasons() {
        return faults().stream().map(Fault::reason).toList();
    }

    private List<Fault> faults() {
        BadFiles bad = catchThrowableOfType(BadFiles.class, () -> Policies.read(folder));
        assertThat(bad).as("the packs are taken as they are").isNotNull();
        return bad.faults();
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void copyAs(String name, String from, String to) throws IOException {
        Files.copy(file("huangshan.yaml"), file(name));
        spoil(name, from, to);
    }

    private void spoil(String name, String from, String to) throws IOException {
        String text = Files.readString(file(name));
        assertThat(text).containsOnlyOnce(from);
        Files.writeString(file(name), text.replace(from, to));
    }

    private int line(String name, String where) throws IOException {
        List<String> lines = Files.readAllLines(file(name));
        return 1 + (int) lines.stream().takeWhile(line -> !line.contains(where)).count();
    }
}
