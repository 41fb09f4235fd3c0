package org.dianqiao.connector.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dianqiao.connector.table.Table.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as offices write them, and as nobody should. */
class TableTest {

    private static final String BOOK = """
            <workbook xmlns:r="r"><sheets><sheet name="清单" r:id="a"/></sheets></workbook>
            """;
    private static final String RELATIONS = """
            <Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>
            """;
    private static final String STYLES = """
            <styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
            <numFmt numFmtId="177" formatCode="[Red]0.00&quot;day&quot;"/></numFmts>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs></styleSheet>
            """;

    private static List<List<String>> csv(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8), 0);
    }

    private static List<List<String>> rows(byte[] file, int sheet) {
        return Table.of(file).sheets().get(sheet).rows().stream()
                .map(Row::cells)
                .toList();
    }

    private static byte[] packed(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** What stands in `sheetData` and behind it. */
    private static byte[] sheet(String data) {
        return packed(Map.of(
                "xl/workbook.xml",
                BOOK,
                "xl/_rels/workbook.xml.rels",
                RELATIONS,
                "xl/styles.xml",
                STYLES,
                "xl/sharedStrings.xml",
                "<sst><si><r><t>项目</t></r><r><t>代码</t></r><rPh><t>xiang mu</t></rPh></si></sst>",
                "xl/worksheets/sheet1.xml",
                "<worksheet>" + data + "</worksheet>"));
    }

    private static String cell(String attributes, String value) {
        byte[] file = sheet("<sheetData><row r=\"1\"><c r=\"A1\" " + attributes + ">" + value
                + "</c><c r=\"B1\" t=\"str\"><v>end</v></c></row></sheetData>");
        return rows(file, 0).get(0).get(0);
    }

    @Test
    void keepWhatStandsInQuotes() {
        assertThat(csv("a,\"b, \"\"c\"\"\r\nd\",e\r\n\r\n,,\r\nf,\n"))
                .containsExactly(List.of("a", "b, \"c\"\r\nd", "e"), List.of("f", ""));
    }

    @Test
    void numberRowsAsASpreadsheetDoes() {
        assertThat(Table.of("a\n\n\"b\nc\"\nd".getBytes(StandardCharsets.UTF_8))
                        .sheets()
                        .get(0)
                        .rows())
                .extracting(Row::number)
                .containsExactly(1, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void haveAnyOfThreeSeparators(String separator) {
        byte[] file = ("a" + separator + "b").getBytes(StandardCharsets.UTF_8);
        assertThat(Table.of(file).sheets())
                .anyMatch(sheet -> sheet.rows().get(0).cells().equals(List.of("a", "b")));
    }

    @Test
    void mayBeginWithTheMarkOfTheirEncoding() {
        assertThat(csv("\uFEFF项目代码")).containsExactly(List.of("项目代码"));
    }

    @Test
    void areTakenForGb18030WhereTheyCannotBeUtf8() {
        Table table = Table.of("河南中原置业有限公司,㐂".getBytes(Charset.forName("GB18030")));
        assertThat(table.sheets().get(0).rows().get(0).cells()).containsExactly("河南中原置业有限公司", "㐂");
        assertThat(table.notes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "a\u0000b, UTF-8, NUL",
        "ab, UTF-16, UTF-16",
        "a\uFFFDb, UTF-8, 损坏",
        "'\"a,b', UTF-8, 引号",
        "ÐÏ\u0011à, ISO-8859-1, 旧格式",
        "ÿÿÿ, ISO-8859-1, 既不是",
        "'', UTF-8, 空"
    })
    void areRefusedWhereNobodyCanReadThem(String text, String encoding, String reason) {
        byte[] file = text.getBytes(Charset.forName(encoding));
        assertThatThrownBy(() -> Table.of(file)).isInstanceOf(Unreadable.class).hasMessageContaining(reason);
    }

    @Test
    void haveAnEnd() {
        byte[] rows = "a\n".repeat(Table.MOST_ROWS + 1).getBytes(StandardCharsets.UTF_8);
        byte[] columns = ",;\t".repeat(Table.MOST_COLUMNS).getBytes(StandardCharsets.UTF_8);
        byte[] cell = "a".repeat(Table.LONGEST + 1).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Table.of(rows)).hasMessageContaining("50000 行");
        assertThatThrownBy(() -> Table.of(columns)).hasMessageContaining("列");
        assertThatThrownBy(() -> Table.of(cell)).hasMessageContaining("32767");
        assertThatThrownBy(() -> Table.of(new byte[Table.LARGEST + 1])).hasMessageContaining("10 MiB");
    }

    @ParameterizedTest
    @CsvSource({
        "t=\"s\", <v>0</v>, 项目代码",
        "t=\"inlineStr\", <is><t>甲</t></is>, 甲",
        "t=\"str\", <f>A2&amp;A3</f><v>值</v>, 值",
        "s=\"1\", <v>46280</v>, 2026-09-15",
        "s=\"2\", <v>46280.395833333336</v>, 2026-09-15 09:30:00",
        "s=\"3\", <v>46280</v>, 46280",
        "t=\"e\", <v>#DIV/0!</v>, #DIV/0!",
        "s=\"1\", <v>60</v>, 1900-03-01",
        "s=\"1\", <v>4295013296</v>, 4295013296",
        "s=\"0\", <v>0.30000000000000004</v>, 0.3",
        "s=\"0\", <v>35000</v>, 35000",
        "s=\"0\", <v>1.38E10</v>, 13800000000",
        "s=\"0\", <v>914101050000001280</v>, 9.14101E+17",
        "s=\"0\", <v>2.609410105040112E+18</v>, 2.60941E+18",
        "t=\"b\", <v>1</v>, 是"
    })
    void haveCellsThatMeanWhatTheyShow(String attributes, String value, String shown) {
        assertThat(cell(attributes, value)).isEqualTo(shown);
    }

    @Test
    void giveMergedCellsToEachRowAndTellOfHiddenOnes() {
        Table table = Table.of(sheet("""
                <sheetData><row r="2"><c r="A2" t="str"><v>河南中原置业有限公司</v></c><c r="B2" t="str"><v>一期</v></c></row>
                <row r="3" hidden="1"><c r="B3" t="str"><v>二期</v></c></row></sheetData>
                <mergeCells><mergeCell ref="A2:A3"/></mergeCells>
                """));
        assertThat(table.sheets().get(0).rows())
                .containsExactly(new Row(2, List.of("河南中原置业有限公司", "一期")), new Row(3, List.of("河南中原置业有限公司", "二期")));
        assertThat(table.notes()).singleElement().asString().contains("1 行被隐藏");
    }

    @Test
    void giveMergedCellsAlsoToRowsBehindAnEmptyOne() {
        Table table = Table.of(sheet("""
                <sheetData><row r="2"><c r="A2" t="str"><v>河南中原置业有限公司</v></c></row>
                <row r="4"><c r="B4" t="str"><v>二期</v></c></row></sheetData>
                <mergeCells><mergeCell ref="A2:A4"/></mergeCells>
                """));
        assertThat(table.sheets().get(0).rows()).contains(new Row(4, List.of("河南中原置业有限公司", "二期")));
    }

    @Test
    void areReadAsALibraryOfOthersWritesThem() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Excel", "16.0")) {
            book.newWorksheet("封面").value(0, 0, "封面");
            Worksheet sheet = book.newWorksheet("清单");
            sheet.value(0, 0, "项目代码");
            sheet.value(0, 2, 46280);
            sheet.style(0, 2).format("yyyy-mm-dd").set();
        }
        assertThat(rows(bytes.toByteArray(), 1)).containsExactly(List.of("项目代码", "", "2026-09-15"));
    }

    @Test
    void areNotUnpackedWithoutEnd() {
        byte[] bomb = packed(Map.of("xl/worksheets/sheet1.xml", " ".repeat(129 << 20)));
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> Table.of(bomb)).isInstanceOf(Unreadable.class).hasMessageContaining("128 MiB");
    }

    @Test
    void fetchNothingThatTheirXmlNames() {
        byte[] file = packed(Map.of(
                "xl/workbook.xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + BOOK.replace("清单", "&e;"),
                "xl/_rels/workbook.xml.rels",
                RELATIONS));
        assertThatThrownBy(() -> Table.of(file)).isInstanceOf(Unreadable.class).hasMessageContaining("DOCTYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sheetData><row r=\"x\"/></sheetData>",
                "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row></sheetData>",
                "<sheetData><row r=\"1\"><c r=\"1A\"><v>7</v></c></row></sheetData>",
                "<sheetData><row r=\"1\"><c r=\"A1\"><v>NaN</v></c></row></sheetData>",
                "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>1E600000000</v></c></row></sheetData>",
                "<sheetData><row"
            })
    void areRefusedWhereTheyAreBroken(String data) {
        byte[] file = sheet(data);
        assertThatThrownBy(() -> Table.of(file)).isInstanceOf(Unreadable.class).hasMessageContaining("损坏");
    }
}
