package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dianqiao.connector.front.Tables.DETAILS;
import static org.dianqiao.connector.front.Tables.ITEMS;
import static org.dianqiao.connector.front.Tables.PROJECTS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.dianqiao.Plots;
import org.dianqiao.delivery.DeadLetters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a filer says after it has filed, and what a platform says of our rows. */
class FollowUpsInFrontsTest extends WithTasks {

    private void comes(Engine engine) {
        tables = engine.fresh();
        connect(engine.account(), tables, DEPARTMENT);
        file(null);
    }

    @ParameterizedTest
    @EnumSource
    void takesATaskBackThatIsNotAccepted(Engine engine) {
        comes(engine);
        Map<String, Object> item = task();
        withdraws();
        assertThat(written()).containsExactly("1", "2 申报单位撤回：线路改走地下");
        says(item, "2");
        read();
        assertThat(said()).containsExactly("permit.decided accepted");
    }

    @ParameterizedTest
    @EnumSource
    void takesATaskBackThatIsUnderWay(Engine engine) {
        comes(engine);
        Map<String, Object> item = task();
        says(item, "3");
        read();
        withdraws();
        assertThat(written()).containsExactly("1", "3", "14 申报单位撤回：线路改走地下");
    }

    @Test
    void leavesATaskThatHasEnded() {
        comes(Engine.POSTGRESQL);
        Map<String, Object> item = task();
        says(item, "5");
        withdraws();
        assertThat(written()).containsExactly("1", "5");
    }

    /** The platform goes on from our 7, and does not write one of its own. */
    @ParameterizedTest
    @EnumSource
    void handsInPapersThatWereAskedFor(Engine engine) {
        comes(engine);
        Map<String, Object> item = task();
        says(item, "6");
        read();
        supplements(item);
        assertThat(written()).containsExactly("1", "6", "7 申报单位已补正材料：管线综合图");
        says(item, "3");
        says(item, "8");
        read();
        await().until(() -> heard().size() == 4);
        assertThat(heard()).containsExactly("6 ", "7 ", "3 ", "8 ");
        assertThat(tables.count(DETAILS, FAILED)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void hearsThatAPlatformDoesNotTakeATask(Engine engine) {
        comes(engine);
        task();
        tables.jdbc()
                .sql("UPDATE " + tables.named(ITEMS) + " SET sjsczt = -1, sbyy = 'spsxbm 不在事项清单内'")
                .update();
        tables.jdbc()
                .sql("UPDATE " + tables.named(PROJECTS) + " SET sjsczt = 1")
                .update();
        read();
        await().until(() -> heard().size() == 1);
        assertThat(heard()).containsExactly("4 ");
        assertThat(opinions()).containsExactly("审批平台未接收：spsxbm 不在事项清单内");
        assertThat(reasons()).containsExactly("已转告：spsxbm 不在事项清单内");
        read();
        assertThat(said()).containsExactly("permit.decided accepted");
    }

    @ParameterizedTest
    @EnumSource
    void leavesToAnOperatorWhatAPlatformFailsOfWhatAFilerSays(Engine engine) {
        comes(engine);
        Map<String, Object> item = task();
        says(item, "6");
        read();
        supplements(item);
        fails("7", "blyj 未附材料");
        read();
        assertThat(dead()).containsExactly("permit.supplemented refused blyj 未附材料");
        assertThat(tables.jdbc()
                        .sql("SELECT sbyy FROM " + tables.named(DETAILS) + " WHERE blzt = '7'")
                        .query(String.class)
                        .single())
                .isEqualTo("已转告：blyj 未附材料");
        withdraws();
        fails("2", null);
        read();
        assertThat(dead()).containsExactly("permit.supplemented refused blyj 未附材料", "permit.withdrawn refused 未说明原因");
    }

    /** As after a kill between our commit and theirs. */
    @ParameterizedTest
    @EnumSource
    void leavesItToAnOperatorOnceAndAgainOnlyWhereHeSendsItAgain(Engine engine) {
        comes(engine);
        task();
        withdraws();
        fails("2", "spsxslbm 已归档");
        read();
        fails("2", "spsxslbm 已归档");
        read();
        assertThat(dead()).hasSize(1);
        bean(DeadLetters.class).retry(open(), "operator", "平台已重新打开该事项");
        await().until(() -> delivered("permit.withdrawn") == 2);
        assertThat(written()).containsExactly("1", "2 申报单位撤回：线路改走地下", "2 申报单位撤回：线路改走地下");
        read();
        assertThat(dead()).isEmpty();
        fails("2", "spsxslbm 已归档");
        read();
        assertThat(dead()).hasSize(1);
        bean(DeadLetters.class).close(open(), "operator", "已电话告知申报单位");
        fails("2", "spsxslbm 已归档");
        read();
        assertThat(dead()).isEmpty();
    }

    private void fails(String status, String reason) {
        tables.jdbc()
                .sql("UPDATE " + tables.named(DETAILS)
                        + " SET sjsczt = -1, sbyy = ? WHERE blzt = ? AND dfsjzj LIKE 'dianqiao-%'")
                .params(reason, status)
                .update();
    }

    private List<String> dead() {
        return letters("service || ' ' || code || ' ' || split_part(problem, E'\\n', 2)", String.class);
    }

    private long open() {
        return letters("id", Long.class).get(0);
    }

    private <T> List<T> letters(String what, Class<T> type) {
        return database()
                .sql("SELECT " + what + " FROM dead_letter WHERE partner = ? AND closed_at IS NULL ORDER BY id")
                .param(platform)
                .query(type)
                .list();
    }

    private void withdraws() {
        ObjectNode words =
                Plots.object().put("filingNo", filing.path("filingNo").asText()).put("reason", "线路改走地下");
        accepted(post(event(GRID_OF_THE_COUNTY, "permit.withdrawn", words)));
        await().until(() -> delivered("permit.withdrawn") == 1);
    }

    private void supplements(Map<String, Object> item) {
        ObjectNode words = Plots.object()
                .put("filingNo", filing.path("filingNo").asText())
                .put("taskNo", item.get("spsxslbm").toString());
        words.putArray("documents").addObject().put("type", "pipeline-plan").put("name", "管线综合图");
        accepted(post(event(GRID_OF_THE_COUNTY, "permit.supplemented", words)));
        await().until(() -> delivered("permit.supplemented") == 1);
    }

    /** Codes in their order, of ours with the opinion. */
    private List<String> written() {
        return tables.jdbc()
                .sql(
                        "SELECT blzt, CASE WHEN dfsjzj LIKE 'dianqiao-%' AND blzt <> '1' THEN blyj ELSE '' END AS blyj FROM "
                                + tables.named(DETAILS) + " ORDER BY lsh")
                .query((row, n) -> (row.getString("blzt") + " " + row.getString("blyj")).strip())
                .list();
    }

    private List<String> reasons() {
        return tables.jdbc()
                .sql("SELECT sbyy FROM " + tables.named(ITEMS))
                .query(String.class)
                .list();
    }
}
