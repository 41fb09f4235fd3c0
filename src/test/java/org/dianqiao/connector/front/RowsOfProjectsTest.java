package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dianqiao.connector.front.Tables.PROJECTS;
import static org.dianqiao.connector.front.Tables.project;
import static org.dianqiao.connector.front.Tables.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dianqiao.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 项目基本信息 in a front-end database: projects that are new, that are put right, that are taken back. */
class RowsOfProjectsTest extends WithFronts {

    @ParameterizedTest
    @EnumSource
    void becomeLeadsAndAreMarkedAsTaken(Engine engine) {
        connect(engine);
        String code = code();
        long serial = tables.insert(PROJECTS, project(code));
        read();
        assertThat(tables.state(PROJECTS, serial)).isEqualTo(TAKEN);
        assertThat(said()).containsExactly("project.code-assigned accepted");
        JsonNode manifest = manifest(entries().get(0));
        assertThat(manifest.at("/attested/of").asText()).isEqualTo(platform);
        assertThat(manifest.at("/attested/means").asText()).isEqualTo("database");
        assertThat(manifest.path("parts").findValuesAsText("name")).containsExactly("payload", "original");
        assertThat(lead(code).path("projectName").asText()).isEqualTo("中原·金水科创园一期");
    }

    @ParameterizedTest
    @EnumSource
    void areOneMessageHoweverOftenTheyAreRead(Engine engine) {
        connect(engine);
        long serial = tables.insert(PROJECTS, project(code()));
        read();
        forget();
        tables.jdbc().sql("UPDATE " + PROJECTS + " SET sjsczt = 0").update();
        read();
        assertThat(tables.state(PROJECTS, serial)).isEqualTo(TAKEN);
        assertThat(said()).containsExactly("project.code-assigned accepted");
    }

    @ParameterizedTest
    @EnumSource
    void areUpdatesWhereTheyPutAnotherRight(Engine engine) {
        connect(engine);
        String code = code();
        tables.insert(PROJECTS, project(code));
        read();
        long taken = tables.insert(PROJECTS, with(project(code), "sjyxbs", 0));
        long instead = tables.insert(PROJECTS, with(project(code), "xmmc", "中原·金水科创园一期（一期）"));
        read();
        assertThat(tables.state(PROJECTS, taken)).isEqualTo(TAKEN);
        assertThat(tables.state(PROJECTS, instead)).isEqualTo(TAKEN);
        assertThat(said()).containsExactly("project.code-assigned accepted", "project.updated accepted");
        assertThat(lead(code).at("/milestones/0/changes/projectName").asText()).isEqualTo("中原·金水科创园一期（一期）");
    }

    /** The same words at another time are another event, though nothing in them says so. */
    @Test
    void areUpdatesEachTimeTheyGoToAndFro() {
        connect(Engine.POSTGRESQL);
        String code = code();
        for (String name : List.of("一期", "二期", "一期", "二期")) {
            tables.insert(PROJECTS, with(project(code), "xmmc", name));
            read();
        }
        assertThat(said()).hasSize(4).last().isEqualTo("project.updated accepted");
    }

    @Test
    void sayNothingWhereTheyAreThereAgainAsTheyWere() {
        connect(Engine.POSTGRESQL);
        String code = code();
        tables.insert(PROJECTS, project(code));
        read();
        tables.insert(PROJECTS, with(project(code), "sjyxbs", 0));
        tables.insert(PROJECTS, with(project(code), "gxsj", Timestamp.valueOf("2026-09-16 10:00:00")));
        read();
        assertThat(tables.count(PROJECTS, TAKEN)).isEqualTo(3);
        assertThat(said()).containsExactly("project.code-assigned accepted");
    }

    @ParameterizedTest
    @EnumSource
    void areTakenBackWhenNothingTakesThePlaceOfAVoidOneInTime(Engine engine) {
        connect(engine);
        String code = code();
        tables.insert(PROJECTS, project(code));
        read();
        long taken = tables.insert(PROJECTS, with(with(project(code), "sjyxbs", 0), "sjwxyy", "项目代码作废"));
        read();
        assertThat(tables.state(PROJECTS, taken)).isEqualTo(NEW);
        assertThat(tables.reason(PROJECTS, taken)).isEqualTo("作废行，等待更正后的行");
        pass(Duration.ofMinutes(11));
        read();
        assertThat(tables.state(PROJECTS, taken)).isEqualTo(TAKEN);
        assertThat(said()).containsExactly("project.code-assigned accepted", "project.withdrawn accepted");
        assertThat(lead(code).at("/withdrawn/reason").asText()).isEqualTo("项目代码作废");
    }

    @Test
    void areNotTakenBackWhenTheRightOneComesLaterThanTheTimeButBeforeItIsRead() {
        connect(Engine.POSTGRESQL);
        String code = code();
        tables.insert(PROJECTS, project(code));
        tables.insert(PROJECTS, with(project(code), "sjyxbs", 0));
        read();
        pass(Duration.ofMinutes(11));
        tables.insert(PROJECTS, with(project(code), "xmmc", "中原·金水科创园一期（一期）"));
        read();
        assertThat(tables.count(PROJECTS, TAKEN)).isEqualTo(3);
        assertThat(said()).containsExactly("project.code-assigned accepted", "project.updated accepted");
    }

    /** Whoever puts a row right may be wrong once more. */
    @ParameterizedTest
    @EnumSource
    void areNotTakenBackWhileWhatTakesThePlaceOfAVoidOneIsWrong(Engine engine) {
        connect(engine);
        String code = code();
        tables.insert(PROJECTS, project(code));
        read();
        long taken = tables.insert(PROJECTS, with(project(code), "sjyxbs", 0));
        Map<String, Object> wrong = with(project(code), "nkgsj", "20260230");
        long instead = tables.insert(PROJECTS, wrong);
        read();
        pass(Duration.ofMinutes(11));
        read();
        assertThat(tables.state(PROJECTS, instead)).isEqualTo(FAILED);
        assertThat(tables.state(PROJECTS, taken)).isEqualTo(NEW);
        assertThat(said()).containsExactly("project.code-assigned accepted", "project.updated contract-violated");

        tables.insert(PROJECTS, with(wrong, "sjyxbs", 0));
        read();
        pass(Duration.ofMinutes(11));
        tables.insert(PROJECTS, with(project(code), "nkgsj", "20260228"));
        read();
        assertThat(tables.count(PROJECTS, NEW)).isZero();
        assertThat(said()).hasSize(3).endsWith("project.updated accepted");
    }

    @Test
    void areTakenBackWhenTheWrongOneIsMadeVoidTooAndNothingFollows() {
        connect(Engine.POSTGRESQL);
        String code = code();
        tables.insert(PROJECTS, project(code));
        read();
        tables.insert(PROJECTS, with(project(code), "sjyxbs", 0));
        Map<String, Object> wrong = with(project(code), "nkgsj", "20260230");
        tables.insert(PROJECTS, wrong);
        read();
        pass(Duration.ofMinutes(11));
        tables.insert(PROJECTS, with(wrong, "sjyxbs", 0));
        read();
        assertThat(said()).as("a right one may still follow").hasSize(2);
        pass(Duration.ofMinutes(11));
        read();
        read();
        assertThat(said()).hasSize(3).endsWith("project.withdrawn accepted");
        assertThat(tables.count(PROJECTS, NEW)).isZero();
    }

    /** Or has none at all. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "411722")
    void areNotTakenBackWhileTheDistrictOfTheRightOneIsWrongToo(String district) {
        connect(Engine.POSTGRESQL);
        Map<String, Object> right = project(code());
        if (district == null) {
            right.put("xzqhdm", null);
        }
        tables.insert(PROJECTS, right);
        read();
        tables.insert(PROJECTS, with(right, "sjyxbs", 0));
        tables.insert(PROJECTS, with(with(right, "xzqhdm", district), "nkgsj", "20260230"));
        read();
        pass(Duration.ofMinutes(11));
        read();
        assertThat(said()).containsExactly("project.code-assigned accepted", "project.updated contract-violated");
    }

    @ParameterizedTest
    @EnumSource
    void areTakenBackWhenTheWrongOneIsMadeVoidWhereItStands(Engine engine) {
        connect(engine);
        String code = code();
        tables.insert(PROJECTS, project(code));
        read();
        tables.insert(PROJECTS, with(project(code), "sjyxbs", 0));
        long wrong = tables.insert(PROJECTS, with(project(code), "nkgsj", "20260230"));
        read();
        pass(Duration.ofMinutes(11));
        read();
        tables.jdbc()
                .sql("UPDATE " + PROJECTS + " SET sjyxbs = 0 WHERE lsh = ?")
                .param(wrong)
                .update();
        read();
        assertThat(said()).as("a right one may still follow").hasSize(2);
        pass(Duration.ofMinutes(11));
        read();
        assertThat(said()).hasSize(3).endsWith("project.withdrawn accepted");
        assertThat(tables.count(PROJECTS, NEW)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void areTakenBackOnceUnderTheCodeThatTheyHadBefore(Engine engine) {
        connect(engine);
        Map<String, Object> first = project(code());
        Map<String, Object> second = with(first, "xmdm", code());
        long before = tables.insert(PROJECTS, first);
        read();
        tables.insert(PROJECTS, second);
        read();
        tables.insert(PROJECTS, with(first, "sjyxbs", 0));
        read();
        tables.jdbc()
                .sql("UPDATE " + PROJECTS + " SET sjyxbs = 0, sjsczt = 0 WHERE lsh = ?")
                .param(before)
                .update();
        read();
        tables.insert(PROJECTS, with(second, "sjyxbs", 0));
        read();
        pass(Duration.ofMinutes(11));
        read();
        assertThat(said())
                .containsExactly(
                        "project.code-assigned accepted",
                        "project.code-assigned accepted",
                        "project.withdrawn accepted",
                        "project.withdrawn accepted");
        assertThat(tables.count(PROJECTS, NEW)).isZero();
    }

    /** A wrong code that was failed is taken back too. */
    @Test
    void sayNothingOfACodeThatWasNeverTold() {
        connect(Engine.POSTGRESQL);
        Map<String, Object> right = project(code());
        tables.insert(PROJECTS, right);
        tables.insert(PROJECTS, with(with(right, "xmdm", code()), "sjyxbs", 0));
        read();
        pass(Duration.ofMinutes(11));
        read();
        assertThat(said()).containsExactly("project.code-assigned accepted");
        assertThat(tables.count(PROJECTS, TAKEN)).isEqualTo(2);
    }

    /** However many are taken at once, each is taken in its order. */
    @Test
    void haveTheCodeThatWasPutRight() {
        connect(Engine.POSTGRESQL);
        for (int i = 0; i < 40; i++) {
            String wrong = code();
            Map<String, Object> first = project(wrong);
            tables.insert(PROJECTS, first);
            tables.insert(PROJECTS, with(first, "sjyxbs", 0));
            tables.insert(PROJECTS, with(first, "xmdm", code()));
        }
        read();
        assertThat(tables.count(PROJECTS, TAKEN)).isEqualTo(120);
        assertThat(said().stream().filter("project.withdrawn accepted"::equals)).hasSize(40);
        assertThat(said().stream().filter("project.code-assigned accepted"::equals))
                .hasSize(80);
    }

    /** Some platforms put the right one there first. */
    @ParameterizedTest
    @EnumSource
    void areNotTakenBackWhereTheRightOneWasThereBefore(Engine engine) {
        connect(engine);
        String code = code();
        long before = tables.insert(PROJECTS, project(code));
        read();
        tables.insert(PROJECTS, with(project(code), "xmmc", "中原·金水科创园一期（一期）"));
        read();
        tables.jdbc()
                .sql("UPDATE " + PROJECTS + " SET sjyxbs = 0, sjsczt = 0 WHERE lsh = ?")
                .param(before)
                .update();
        read();
        pass(Duration.ofMinutes(11));
        read();
        assertThat(tables.state(PROJECTS, before)).isEqualTo(TAKEN);
        assertThat(tables.reason(PROJECTS, before)).isEqualTo("已由后续行更正");
        assertThat(said()).containsExactly("project.code-assigned accepted", "project.updated accepted");
    }

    @Test
    void areTakenBackOnlyWithTheLastPartOfTheProject() {
        connect(Engine.POSTGRESQL);
        String code = code();
        Map<String, Object> second = with(project(code), "gcdm", code + "-002");
        tables.insert(PROJECTS, project(code));
        tables.insert(PROJECTS, second);
        tables.insert(PROJECTS, with(second, "sjyxbs", 0));
        read();
        pass(Duration.ofMinutes(11));
        read();
        assertThat(said()).containsExactly("project.code-assigned accepted", "project.updated accepted");
        assertThat(tables.count(PROJECTS, TAKEN)).isEqualTo(3);

        tables.insert(PROJECTS, with(project(code), "sjyxbs", 0));
        read();
        pass(Duration.ofMinutes(11));
        read();
        assertThat(said())
                .containsExactly(
                        "project.code-assigned accepted", "project.updated accepted", "project.withdrawn accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "xmdm, 2609-411721-04-01-123450, xmdm",
        "sbsj, 20260230093000, sbsj",
        "nkgsj, 20260230, nkgsj",
        "jsdw, '', jsdw",
        "jsddxzqh, 370102, 370102",
        "ztze, -1, ztze",
        "xmjwdzb, 东经113度, xmjwdzb",
        "xmmc, ÖÐÔ­ÖÃÒµ, xmmc",
        "jsdd, 閮戝窞甯傞噾姘村尯, jsdd"
    })
    void sayInTheirTableWhatIsWrongWithThem(String column, String value, String named) {
        connect(Engine.POSTGRESQL);
        String code = code();
        Object wrong = column.equals("ztze") ? new BigDecimal(value) : value;
        long bad = tables.insert(PROJECTS, with(project(code()), column, wrong));
        long good = tables.insert(PROJECTS, project(code));
        read();
        assertThat(tables.state(PROJECTS, bad)).isEqualTo(FAILED);
        assertThat(tables.reason(PROJECTS, bad)).contains(named).hasSizeLessThanOrEqualTo(200);
        assertThat(tables.state(PROJECTS, good)).isEqualTo(TAKEN);
        assertThat(said()).hasSize(2).contains("project.code-assigned accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "xmmc, 某××××项目",
        "xmmc, 杨金路\u000B一期",
        "jsdd, 龙湖中环路 25°·±0.00 以北",
        "nkgsj, 2026/9/15",
        "nkgsj, 20260915080000"
    })
    void areTakenWhereTheyAreOnlyUnusual(String column, String value) {
        connect(Engine.POSTGRESQL);
        long serial = tables.insert(PROJECTS, with(project(code()), column, value));
        read();
        assertThat(tables.reason(PROJECTS, serial)).isEmpty();
        assertThat(tables.state(PROJECTS, serial)).isEqualTo(TAKEN);
    }

    @ParameterizedTest
    @EnumSource
    void areNeitherValidNorVoidUnlessTheySaySo(Engine engine) {
        connect(engine);
        long serial = tables.insert(PROJECTS, with(project(code()), "sjyxbs", 9));
        read();
        assertThat(tables.state(PROJECTS, serial)).isEqualTo(FAILED);
        assertThat(tables.reason(PROJECTS, serial)).contains("sjyxbs");
    }

    @Test
    void reachNobodyElseWhereTheyAreWrong() {
        connect(Engine.POSTGRESQL);
        String leadsOf = "kind: utility\nregion: \"" + REGION + "\"\nutility: electricity\n";
        try (Office utility = office("grid.rows", leadsOf + "receives: [lead.assigned]\n")) {
            long bad = tables.insert(PROJECTS, with(project(code()), "sbsj", "20260230093000"));
            String right = code();
            tables.insert(PROJECTS, project(right));
            read();
            assertThat(tables.state(PROJECTS, bad)).isEqualTo(FAILED);
            await().until(() -> !utility.visits().isEmpty() && waiting("grid.rows") == 0);
            assertThat(utility.visits())
                    .extracting(visit -> visit.payload().path("projectCode").asText())
                    .containsExactly(right);
        } finally {
            describe("grid.rows", leadsOf);
        }
    }

    private static int waiting(String partner) {
        return database()
                .sql("SELECT count(*) FROM delivery WHERE partner = ?")
                .param(partner)
                .query(Integer.class)
                .single();
    }

    @Test
    void areNotTakenWhereTheyAreTooLong() {
        connect(Engine.MARIADB);
        long bad = tables.insert(PROJECTS, with(project(code()), "xmmc", "杨".repeat(400)));
        long none = tables.insert(PROJECTS, Map.of("sjyxbs", 1));
        read();
        assertThat(tables.state(PROJECTS, bad)).isEqualTo(FAILED);
        assertThat(tables.reason(PROJECTS, bad)).contains("xmmc");
        assertThat(tables.state(PROJECTS, none)).isEqualTo(FAILED);
        assertThat(tables.reason(PROJECTS, none)).contains("gcdm");
    }

    /** As a database is after the gateway was killed before it could remember. */
    private void forget() {
        JdbcClient.create(owner())
                .sql("DELETE FROM front_project WHERE front = ?")
                .param(platform)
                .update();
    }
}
