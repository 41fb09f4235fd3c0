package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dianqiao.codes.CodeTable.Row;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Yaml;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTablesTest {

    private static final Path OURS = Path.of("mappings/codes");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyOurs() throws IOException {
        for (Path file : Yaml.files(OURS, ".csv")) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
    }

    @Test
    void nameThePartsOfAProjectCode() {
        CodeTables tables = CodeTables.read(OURS);
        ProjectCode code = ProjectCode.of("2609-410105-04-01-123459");
        assertThat(code.department().flatMap(tables.projectDepartments()::find).map(Row::zh))
                .hasValue("发展改革");
        assertThat(code.type().flatMap(tables.projectTypes()::find).map(Row::zh))
                .hasValue("基本建设");
        ProjectCode old = ProjectCode.of("2020-330327-48-01-167360");
        assertThat(old.industry().flatMap(tables.industries()::find).map(Row::zh))
                .hasValue("土木工程建筑业");
        assertThat(old.procedure().flatMap(tables.projectProcedures()::find).map(Row::zh))
                .hasValue("审批");
    }

    @Test
    void nameWhoRegisteredAnOrganisationAndWhatItIs() {
        CodeTables tables = CodeTables.read(OURS);
        CreditCode developer = CreditCode.of("91410100MA7K3D2F5N");
        assertThat(tables.creditCodeDepartments().find(developer.department()).map(Row::en))
                .hasValue("Market regulation (industry and commerce)");
        assertThat(tables.creditCodeCategories().find(developer.category()).map(Row::zh))
                .hasValue("企业");
    }

    @Test
    void nameLicencesTheirHoldersAndGridCompanies() {
        CodeTables tables = CodeTables.read(OURS);
        LicenceIdentifier licence =
                LicenceIdentifier.of("1.2.156.3005.2.11100000MB03271699001.11341000MB1T00025W.20260000123.001.0");
        assertThat(tables.licenceTypes().find(licence.type().text()).map(Row::zh))
                .hasValue("不动产权证书");
        assertThat(tables.holderCodeTypes().find("111").map(Row::zh)).hasValue("居民身份证");
        assertThat(tables.gridCompanies().find("41101").map(row -> row.text("region")))
                .hasValue("410000");
    }

    @Test
    void nameEveryStateThatTheContractsAllowWithTheSameWord() throws IOException {
        CodeTable states = CodeTables.read(OURS).caseStatus();
        JsonNode status = new ObjectMapper()
                .readTree(Path.of("mappings/contracts/shapes.schema.json").toFile())
                .at("/$defs/status");
        assertThat(status.path("enum")).hasSize(states.rows().size()).isNotEmpty();
        status.path("enum")
                .forEach(code -> assertThat(status.path("description").asText())
                        .contains(code.asText() + " "
                                + states.find(code.asText()).orElseThrow().zh()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "divisions.csv | 41O105,金水区,Jinshui | `41O105`: 第 3 位：应为数字 (a digit is expected)",
                "divisions.csv | ,金水区,Jinshui | the code is empty",
                "divisions.csv | 410105,金水区,Jinshui | `410105` stands here twice",
                "divisions.csv | 410107,金水区 | 3 values are expected, 2 found",
                "divisions.csv | 410107,金水区,Jinshui, | 3 values are expected, 4 found",
                "divisions.csv | 410107,,Jinshui | `zh` and `en` both need a name",
                "divisions.csv | 410107,金水区, | `zh` and `en` both need a name",
                "divisions.csv | 410107,\"金水区,Jinshui | a quote is opened and not closed on this line",
                "industries.csv | 98,U,2017,月球,Moon | `98`: there is no section `U`",
                "industries.csv | D98,,2017,月球,Moon | `D98`: 应为 1 个字符",
                "industries.csv | 9,D,2017,月球,Moon | `9`: 应为 2 个字符",
                "industries.csv | 98,D,latest,月球,Moon | `98`: `year`: the year of the edition is expected",
                "account-profiles.csv | water,水,Water,^\\d+$, | `water`: `present`: a form of at most 32",
                "account-profiles.csv | water,水,Water,,x | `water`: `former`: a form of at most 32",
                "account-profiles.csv | WATER,水,Water,, | `WATER`: `code`: small letters",
                "licence-types.csv | 11100000MB0327169900A,证,Licence | `11100000MB0327169900A`: 第 21 位",
                "holder-code-types.csv | 11,person,证,Card | `11`: 应为 3 个字符",
                "holder-code-types.csv | 888,somebody,证,Card | `888`: `kind` must be person or enterprise",
                "project-departments.csv | 4,部,Office | `4`: 应为 2 个字符",
                "project-types.csv | A1,类,Type | `A1`: 第 1 位",
                "project-procedures.csv | 0A,序,Procedure | `0A`: 第 2 位",
                "credit-code-departments.csv | 91,部,Office | `91`: 应为 1 个字符",
                "credit-code-categories.csv | 9A,类,Category | `9A`: 第 2 位",
                "grid-companies.csv | 4110,410000,网,Grid | `4110`: 应为 5 个字符",
                "grid-companies.csv | 41102,Henan,网,Grid | `41102`: 应为 6 个字符",
                "case-status.csv | 16,态,State | `16`: a number from 1 to 15 is expected",
                "case-status.csv | 01,态,State | `01`: a number from 1 to 15 is expected"
            })
    void sayFileLineAndReasonOfABadRow(String name, String row, String reason) throws IOException {
        Path file = folder.resolve(name);
        int line = Files.readAllLines(file).size() + 1;
        Files.writeString(file, Files.readString(file) + row + "\n");

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.reason()).startsWith(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code,zh | 2 | columns are missing: [en]",
                "zh,en | 2 | the column `code` is missing",
                "code,zh,en,zh | 2 | a column stands here twice",
                "# nothing | 0 | has no line that names its columns"
            })
    void wantTheirColumnsNamed(String header, int line, String reason) throws IOException {
        Files.writeString(folder.resolve("project-types.csv"), "# 项目类型\n" + header + "\n");

        assertThat(faults()).containsExactly(new Fault(folder.resolve("project-types.csv"), line, reason));
    }

    @ParameterizedTest
    @CsvSource({
        "industries.csv, '[section, year]'",
        "account-profiles.csv, '[present, former]'",
        "grid-companies.csv, [region]"
    })
    void wantTheColumnsOfTheirKind(String name, String missing) throws IOException {
        Files.writeString(folder.resolve(name), "code,zh,en\n1,a,b\n");

        assertThat(faults()).containsExactly(new Fault(folder.resolve(name), 1, "columns are missing: " + missing));
    }

    @Test
    void areAllNeeded() throws IOException {
        Files.delete(folder.resolve("divisions.csv"));
        Files.delete(folder.resolve("case-status.csv"));

        assertThat(faults())
                .containsExactly(
                        new Fault(folder.resolve("divisions.csv"), "is missing"),
                        new Fault(folder.resolve("case-status.csv"), "is missing"));
    }

    @Test
    void sayTheLineThatIsNotUtf8() throws IOException {
        Files.write(
                folder.resolve("project-types.csv"),
                "code,zh,en\n01,\u57fa\u672c\u5efa\u8bbe,Construction\n".getBytes(Charset.forName("GB18030")));

        assertThat(faults()).containsExactly(new Fault(folder.resolve("project-types.csv"), 2, "not UTF-8"));
    }

    @Test
    void areReadAsSpreadsheetsLeaveThem() throws IOException {
        Files.writeString(
                folder.resolve("project-types.csv"),
                "\uFEFFen,code,zh,remark\r\n\r\n# ours\r\n\"Construction, new\",01,基本建设,\"the \"\"usual\"\" one\"\r\n");

        CodeTable types = CodeTables.read(folder).projectTypes();
        assertThat(types.rows()).extracting(Row::code).containsExactly("01");
        assertThat(types.find("01")).hasValueSatisfying(row -> {
            assertThat(row.en()).isEqualTo("Construction, new");
            assertThat(row.text("remark")).isEqualTo("the \"usual\" one");
        });
    }

    @Test
    void sayAllFaultsOfAllFilesAtOnce() throws IOException {
        Files.writeString(folder.resolve("project-types.csv"), "code,zh,en\n1,a,b\n02,\"a,b\n03,a\n");
        Files.writeString(folder.resolve("case-status.csv"), "code,zh,en\n99,a,b\n");
        Files.writeString(folder.resolve("departments-of-ours.csv"), "code\nx\nx\n");

        assertThat(faults())
                .extracting(fault -> fault.file().getFileName() + ":" + fault.line())
                .containsExactlyInAnyOrder(
                        "project-types.csv:2",
                        "project-types.csv:3",
                        "project-types.csv:4",
                        "case-status.csv:2",
                        "departments-of-ours.csv:3");
    }

    @Test
    void nameTheColumnThatNobodyWrote() {
        Row row = CodeTables.read(OURS).projectTypes().find("01").orElseThrow();
        assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> row.text("colour")))
                .hasMessage("there is no column `colour`");
    }

    private List<Fault> faults() {
        return catchThrowableOfType(BadFiles.class, () -> CodeTables.read(folder))
                .faults();
    }
}
