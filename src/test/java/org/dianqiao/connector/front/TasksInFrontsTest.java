package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dianqiao.connector.front.Tables.DETAILS;
import static org.dianqiao.connector.front.Tables.DOCUMENTS;
import static org.dianqiao.connector.front.Tables.ITEMS;
import static org.dianqiao.connector.front.Tables.PROJECTS;
import static org.dianqiao.connector.front.Tables.project;
import static org.dianqiao.connector.front.Tables.with;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A department that takes its tasks through a front-end database, and says there what became of them. */
class TasksInFrontsTest extends WithTasks {

    @ParameterizedTest
    @EnumSource
    void areRowsThereAndDecidedByRows(Engine engine) {
        tables = engine.fresh();
        connect(engine.account(), tables, DEPARTMENT);
        file(null);
        Map<String, Object> item = task();
        assertThat(tables.count(PROJECTS, NEW)).isOne();
        assertThat(tables.count(DETAILS, NEW)).isOne();
        says(item, "3");
        says(item, "8");
        says(item, "11");
        read();
        assertThat(said()).containsExactly("permit.decided accepted", "permit.decided accepted");
        assertThat(tables.count(ITEMS, NEW)).as("rows of ours are for them").isOne();
        document(item);
        read();
        assertThat(said()).hasSize(3).containsOnly("permit.decided accepted");
        await().until(() -> heard().size() == 3);
        assertThat(heard()).containsExactly("3 ", "8 ", "11 郑规电（2026）031号");
        assertThat(tables.count(DOCUMENTS, TAKEN)).isOne();
    }

    @Test
    void areRowsThereWhereValidityIsText() {
        tables = Engine.POSTGRESQL.fresh();
        connect(Engine.POSTGRESQL.account(), tables, DEPARTMENT);
        for (String table : List.of(PROJECTS, ITEMS, DETAILS)) {
            tables.jdbc().sql("""
                    ALTER TABLE %s ALTER COLUMN sjyxbs DROP DEFAULT, ALTER COLUMN sjyxbs TYPE varchar(2),
                                   ALTER COLUMN sjyxbs SET DEFAULT '1'
                    """.formatted(table)).update();
        }
        file(null);
        says(task(), "3");
        read();
        assertThat(said()).containsExactly("permit.decided accepted");
    }

    /** Nobody has read the wrong one yet. */
    @ParameterizedTest
    @EnumSource
    void areDecidedByTheDocumentThatWasPutRight(Engine engine) {
        Map<String, Object> item = underWay(engine);
        read();
        Map<String, Object> wrong = with(with(new LinkedHashMap<>(item), "dfsjzj", "W-1"), "pfwh", "郑规电（2026）031号");
        tables.insert(DOCUMENTS, wrong);
        tables.insert(DOCUMENTS, with(wrong, "sjyxbs", 0));
        tables.insert(DOCUMENTS, with(wrong, "pfwh", "郑规电（2026）032号"));
        says(item, "11");
        read();
        await().until(() -> heard().size() == 3);
        assertThat(heard()).containsExactly("3 ", "8 ", "11 郑规电（2026）032号");
        assertThat(tables.count(DOCUMENTS, NEW)).isZero();
    }

    /** The decision is good, whatever is wrong with its paper; one that is put right in time goes with it. */
    @ParameterizedTest
    @CsvSource({"POSTGRESQL, true", "POSTGRESQL, false", "MARIADB, true", "MARIADB, false"})
    void areDecidedThoughTheLicenceOfTheirDocumentIsWrong(Engine engine, boolean putRight) {
        Map<String, Object> item = underWay(engine);
        String identifier = "1.2.156.3005.2.11100000000013338W016.91410100MA7K3D2F5N.2026110600001.001.";
        Map<String, Object> document =
                with(with(new LinkedHashMap<>(item), "pfwh", "郑规电（2026）031号"), "zzbh", "410105202600031");
        long wrong = tables.insert(DOCUMENTS, with(document, "zzbs", identifier + "G"));
        long passed = tables.insert(DETAILS, word(item, "11"));
        read();
        assertThat(tables.reason(DETAILS, passed)).isEqualTo("等待批复文件");
        assertThat(tables.reason(DOCUMENTS, wrong)).contains("zzbs");
        assertThat(tables.state(DOCUMENTS, wrong)).isEqualTo(FAILED);
        if (putRight) {
            tables.insert(DOCUMENTS, with(with(document, "zzbs", identifier + "G"), "sjyxbs", 0));
            tables.insert(DOCUMENTS, with(document, "zzbs", identifier + "7"));
        } else {
            pass(Duration.ofMinutes(11));
        }
        read();
        await().until(() -> heard().size() == 3);
        assertThat(heard()).last().isEqualTo(putRight ? "11 郑规电（2026）031号" : "11 ");
        assertThat(tables.state(DETAILS, passed)).isEqualTo(TAKEN);
    }

    /** A row has a key of its own, or is known by the number of the document. */
    @ParameterizedTest
    @CsvSource({"POSTGRESQL, W-1", "POSTGRESQL, ''", "MARIADB, W-1", "MARIADB,"})
    void areDecidedWithoutADocumentThatWasMadeVoidAndNothingElse(Engine engine, String key) {
        Map<String, Object> item = underWay(engine);
        read();
        Map<String, Object> wrong = with(with(new LinkedHashMap<>(item), "dfsjzj", key), "pfwh", "郑规电（2026）031号");
        long document = tables.insert(DOCUMENTS, wrong);
        long gone = tables.insert(DOCUMENTS, with(wrong, "sjyxbs", 0));
        says(item, "11");
        read();
        assertThat(said()).as("another document may still come").hasSize(2);
        assertThat(tables.reason(DOCUMENTS, document)).isEqualTo("已作废，未曾转告");
        pass(Duration.ofMinutes(11));
        read();
        await().until(() -> heard().size() == 3);
        assertThat(heard()).containsExactly("3 ", "8 ", "11 ");
        assertThat(tables.count(DOCUMENTS, TAKEN)).isEqualTo(2);
        assertThat(tables.reason(DOCUMENTS, gone)).isEqualTo("已作废，未曾转告");
    }

    /** Nobody has read the wrong one yet; a row has a key of its own, or is known by its status. */
    @ParameterizedTest
    @CsvSource({"POSTGRESQL, Z-1, 13", "POSTGRESQL,, 13", "MARIADB, Z-1, 12", "MARIADB, '', 13"})
    void areDecidedByTheStatusThatWasPutRight(Engine engine, String key, String right) {
        Map<String, Object> item = underWay(engine);
        document(item);
        Map<String, Object> wrong = with(word(item, "11"), "dfsjzj", key);
        long first = tables.insert(DETAILS, wrong);
        long gone = tables.insert(DETAILS, with(wrong, "sjyxbs", 0));
        long instead = tables.insert(DETAILS, with(wrong, "blzt", right));
        read();
        await().until(() -> heard().size() == 3);
        assertThat(heard()).element(2).asString().startsWith(right + " ");
        assertThat(tables.reason(DETAILS, first)).isEqualTo("已作废，未曾转告");
        assertThat(tables.state(DETAILS, instead)).isEqualTo(TAKEN);
        pass(Duration.ofMinutes(11));
        read();
        assertThat(tables.state(DETAILS, gone)).isEqualTo(TAKEN);
        assertThat(tables.count(DETAILS, FAILED)).isZero();
    }

    @Test
    void areNotDecidedByAStatusThatWasMadeVoidWhileItWaitedForItsDocument() {
        Map<String, Object> item = underWay(Engine.POSTGRESQL);
        long passed = tables.insert(DETAILS, word(item, "11"));
        read();
        assertThat(tables.reason(DETAILS, passed)).isEqualTo("等待批复文件");
        tables.insert(DETAILS, with(word(item, "11"), "sjyxbs", 0));
        pass(Duration.ofMinutes(11));
        read();
        assertThat(tables.reason(DETAILS, passed)).isEqualTo("已作废，未曾转告");
        says(item, "13");
        read();
        await().until(() -> heard().size() == 3);
        assertThat(heard()).containsExactly("3 ", "8 ", "13 ");
    }

    @Test
    void areDecidedWithoutADocumentWhereNoneComesInTime() {
        Map<String, Object> item = underWay(Engine.POSTGRESQL);
        says(item, "12");
        read();
        pass(Duration.ofMinutes(11));
        read();
        assertThat(said()).hasSize(3).containsOnly("permit.decided accepted");
        long late = document(item);
        read();
        assertThat(tables.state(DOCUMENTS, late)).isEqualTo(TAKEN);
        await().until(() -> heard().size() == 4);
        assertThat(heard()).containsExactly("3 ", "8 ", "12 ", "12 郑规电（2026）031号");
    }

    /** In words that are theirs. Of a filing without a project there is no code. */
    @ParameterizedTest
    @EnumSource
    void sayWhoseTheyAreWhatIsToBeDecidedAndInHowManyDays(Engine engine) {
        tables = engine.fresh();
        connect(engine.account(), tables, DEPARTMENT);
        file(null);
        String number = String.valueOf(task().get("spsxslbm"));
        assertThat(only(ITEMS))
                .containsEntry("spsxbm", "建设工程规划许可")
                .containsEntry("spbmbm", "planning")
                .containsEntry("spbmmc", "自然资源和规划部门")
                .containsEntry("sxblsx", 4)
                .containsEntry("blspslbm", number.replaceFirst("-\\d+$", ""));
        assertThat(only(PROJECTS)).containsEntry("xmdm", null);
    }

    /** Its name says more than what the policies call all of its kind. */
    @Test
    void bearTheNameOfADepartmentThatHasAFrontOfItsOwn() {
        tables = Engine.POSTGRESQL.fresh();
        connect(Engine.POSTGRESQL.account(), tables, DEPARTMENT);
        describe(platform, """
            kind: department
            region: "%s"
            endpoint: { transport: database, dialect: approval-exchange, url: "%s", tables: _V3, account: %s, secret: "file:secrets/%s" }
            sends: [ { service: permit.decided } ]
            %s""".formatted(REGION, tables.url(), Engine.POSTGRESQL.account(), platform, DEPARTMENT));
        file(null);
        task();
        assertThat(only(ITEMS)).containsEntry("spbmmc", platform);
    }

    /** The filing names it, whatever its messages go by, and nobody has told of it there. */
    @Test
    void bringTheCodeOfTheirProject() {
        tables = Engine.POSTGRESQL.fresh();
        connect(Engine.POSTGRESQL.account(), tables, DEPARTMENT);
        String code = code();
        filing.put("projectCode", code);
        file(null);
        task();
        assertThat(only(PROJECTS)).containsEntry("xmdm", code);
    }

    @Test
    void belongToTheProjectThatIsKnownThere() {
        tables = Engine.MARIADB.fresh();
        connect(Engine.MARIADB.account(), tables, DEPARTMENT);
        String code = code();
        tables.insert(PROJECTS, project(code));
        read();
        file(code);
        assertThat(task()).containsEntry("gcdm", code + "-001");
        assertThat(tables.count(PROJECTS, NEW)).isZero();
    }

    @Test
    void areThereOnceWhereTheAnswerToTheirCommitIsLost() throws Exception {
        tables = Engine.POSTGRESQL.fresh();
        int port = URI.create(tables.url().substring("jdbc:".length())).getPort();
        try (CutLine line = new CutLine(port)) {
            Tables cut =
                    new Tables(tables.url().replace(":" + port, ":" + line.port()), tables.source(), tables.password());
            connect(Engine.POSTGRESQL.account(), cut, DEPARTMENT);
            file(null);
            await().until(() -> delivered() == 1);
            assertThat(line.commits()).isGreaterThan(1);
        }
        assertThat(tables.count(ITEMS, NEW)).isOne();
        assertThat(tables.count(DETAILS, NEW)).isOne();
    }

    @Test
    void areRefusedByATableThatTheyDoNotFit() {
        tables = Engine.POSTGRESQL.fresh();
        tables.jdbc()
                .sql("ALTER TABLE " + ITEMS + " ALTER COLUMN lxr TYPE varchar(3)")
                .update();
        connect(Engine.POSTGRESQL.account(), tables, DEPARTMENT);
        file(null);
        await().until(() -> database()
                        .sql("SELECT count(*) FROM dead_letter WHERE partner = ?")
                        .param(platform)
                        .query(Integer.class)
                        .single()
                == 1);
        assertThat(tables.count(PROJECTS, NEW)).as("all rows or none").isZero();
    }

    /** The item of a task that its department has accepted and works on. */
    private Map<String, Object> underWay(Engine engine) {
        tables = engine.fresh();
        connect(engine.account(), tables, DEPARTMENT);
        file(null);
        Map<String, Object> item = task();
        says(item, "3");
        says(item, "8");
        return item;
    }

    private Map<String, Object> only(String table) {
        return tables.jdbc().sql("SELECT * FROM " + tables.named(table)).query().singleRow();
    }
}
