package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dianqiao.connector.front.Tables.ITEMS;
import static org.dianqiao.connector.front.Tables.PROJECTS;
import static org.dianqiao.connector.front.Tables.project;
import static org.dianqiao.connector.front.Tables.with;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Front-end databases that are not as they should be: it is told, nobody else waits, and nothing is lost. */
@ExtendWith(OutputCaptureExtension.class)
class FrontFaultsTest extends WithFronts {

    @ParameterizedTest
    @EnumSource
    void tellsOfATableThatIsMissingAndTakesTheRest(Engine engine) {
        connect(engine);
        long serial = tables.insert(PROJECTS, project(code()));
        tables.jdbc().sql("DROP TABLE " + ITEMS).update();
        read();
        assertThat(alarms()).singleElement().asString().containsIgnoringCase(ITEMS);
        assertThat(tables.state(PROJECTS, serial)).isEqualTo(TAKEN);
    }

    @Test
    void tellsOfAPasswordThatIsWrongUntilItIsRight() {
        tables = Engine.POSTGRESQL.fresh();
        connect(Engine.POSTGRESQL.account(), new Tables(tables.url(), tables.source(), "wrong"), "");
        long serial = tables.insert(PROJECTS, project(code()));
        read();
        assertThat(alarms()).singleElement().asString().contains("password");
        connect(Engine.POSTGRESQL.account(), tables, "");
        read();
        assertThat(alarms()).isEmpty();
        assertThat(tables.state(PROJECTS, serial)).isEqualTo(TAKEN);
    }

    @Test
    void tellsOfADatabaseThatIsAway() {
        tables = Engine.POSTGRESQL.fresh();
        connect("nobody", new Tables("jdbc:mariadb://127.0.0.1:1/front", tables.source(), "none"), "");
        read();
        assertThat(alarms()).hasSize(1);
    }

    @Test
    void letsNobodyWaitForADatabaseThatDoesNotAnswer() throws Exception {
        connect(Engine.POSTGRESQL);
        Tables slow = Engine.POSTGRESQL.fresh();
        secret("approval.front-slow", slow.password());
        newcomer("approval.front-slow", """
            kind: approval-platform
            region: "%s"
            endpoint: { transport: database, dialect: approval-exchange, url: "%s", tables: _V3, account: %s, secret: "file:secrets/approval.front-slow" }
            sends: [ { service: project.code-assigned } ]
            """.formatted(REGION, slow.url(), Engine.POSTGRESQL.account()));
        try (Connection hold = slow.source().getConnection()) {
            hold.setAutoCommit(false);
            hold.createStatement().execute("LOCK TABLE " + PROJECTS);
            long serial = tables.insert(PROJECTS, project(code()));
            bean(FrontWatch.class).read();
            await().until(() -> tables.state(PROJECTS, serial) == TAKEN);
            assertThat(bean(FrontWatch.class).isIdle()).isFalse();
        } finally {
            describe("approval.front-slow", "kind: approval-platform\nregion: \"" + REGION + "\"\n");
        }
        await().until(bean(FrontWatch.class)::isIdle);
    }

    @Test
    void saysNothingOfADatabaseThatIsTakenFromItsFileWhileItIsRead(CapturedOutput log) throws Exception {
        connect(Engine.POSTGRESQL);
        try (Connection hold = tables.source().getConnection()) {
            hold.setAutoCommit(false);
            hold.createStatement().execute("LOCK TABLE " + ITEMS);
            long serial = tables.insert(PROJECTS, project(code()));
            bean(FrontWatch.class).read();
            await().until(() -> tables.state(PROJECTS, serial) == TAKEN);
            disconnect();
        }
        await().until(bean(FrontWatch.class)::isIdle);
        assertThat(log).doesNotContain(platform + ": its front-end database is not read");
        assertThat(alarms()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesEachByItselfWhatIsTooLargeTogether(Engine engine) {
        connect(engine);
        unbound(engine, PROJECTS, "xmmc");
        Map<String, Object> large = with(project(code()), "xmmc", "大".repeat(Row.LONGEST_TEXT));
        tables.insertAll(PROJECTS, Collections.nCopies(100, large));
        long good = tables.insert(PROJECTS, project(code()));
        read();
        assertThat(tables.state(PROJECTS, good)).as("behind the large ones").isEqualTo(TAKEN);
        assertThat(tables.count(PROJECTS, FAILED)).isEqualTo(100);
        assertThat(alarms()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesARowThatIsLargerThanAnAnswerMayBe(Engine engine) {
        connect(engine);
        unbound(engine, PROJECTS, "xmmc");
        long huge = tables.insert(PROJECTS, project(code()));
        enlarge(PROJECTS, "xmmc", huge);
        long good = tables.insert(PROJECTS, project(code()));
        read();
        assertThat(tables.state(PROJECTS, good)).as("behind it").isEqualTo(TAKEN);
        assertThat(tables.state(PROJECTS, huge)).isEqualTo(FAILED);
        assertThat(tables.reason(PROJECTS, huge)).contains("xmmc").contains("超过");
        assertThat(alarms()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesARowOfWhichNothingButItsNumberCanBeRead(Engine engine) {
        connect(engine);
        unbound(engine, PROJECTS, "xzqhdm");
        long before = tables.insert(PROJECTS, project(code()));
        long huge = tables.insert(PROJECTS, project(code()));
        long alike = tables.insert(PROJECTS, project(code()));
        enlarge(PROJECTS, "xzqhdm", huge);
        enlarge(PROJECTS, "xzqhdm", alike);
        long good = tables.insert(PROJECTS, project(code()));
        read();
        assertThat(List.of(tables.state(PROJECTS, before), tables.state(PROJECTS, good)))
                .as("around them")
                .containsOnly(TAKEN);
        assertThat(List.of(tables.state(PROJECTS, huge), tables.state(PROJECTS, alike)))
                .containsOnly(FAILED);
        assertThat(tables.reason(PROJECTS, huge)).isEqualTo("此行过大，无法读取");
        assertThat(alarms()).isEmpty();
        tables.jdbc()
                .sql("UPDATE " + PROJECTS + " SET xzqhdm = ?, sjsczt = 0 WHERE lsh = ?")
                .param(REGION)
                .param(huge)
                .update();
        read();
        assertThat(tables.state(PROJECTS, huge)).as("put right in its place").isEqualTo(TAKEN);
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfARowOfOurOwnThatHasBecomeTooLarge(Engine engine) {
        connect(engine);
        unbound(engine, ITEMS, "gcdm");
        long ours = tables.insert(ITEMS, Map.of("dfsjzj", "dianqiao-1", "sjsczt", FAILED));
        enlarge(ITEMS, "gcdm", ours);
        long good = tables.insert(PROJECTS, project(code()));
        read();
        assertThat(alarms()).singleElement().asString().containsAnyOf("16 MiB", "maxResultBuffer");
        assertThat(tables.state(PROJECTS, good)).isEqualTo(TAKEN);
    }

    @ParameterizedTest
    @EnumSource
    void saysNoMoreThanTheirColumnForReasonsTakes(Engine engine) {
        connect(engine);
        String change = engine == Engine.MARIADB ? "MODIFY sbyy varchar(5)" : "ALTER COLUMN sbyy TYPE varchar(5)";
        tables.jdbc().sql("ALTER TABLE " + PROJECTS + " " + change).update();
        long bad = tables.insert(PROJECTS, with(project(code()), "nkgsj", "20260230"));
        long good = tables.insert(PROJECTS, project(code()));
        read();
        assertThat(List.of(tables.state(PROJECTS, bad), tables.state(PROJECTS, good)))
                .containsExactly(FAILED, TAKEN);
        assertThat(tables.reason(PROJECTS, bad)).hasSize(3).startsWith("nk");
        assertThat(alarms()).isEmpty();
    }

    /** A province that gave a column a type without end. */
    private void unbound(Engine engine, String table, String column) {
        String change = engine == Engine.MARIADB ? "MODIFY %s longtext" : "ALTER COLUMN %s TYPE text";
        tables.jdbc()
                .sql("ALTER TABLE " + table + " " + change.formatted(column))
                .update();
    }

    private void enlarge(String table, String column, long serial) {
        tables.jdbc()
                .sql("UPDATE %s SET %s = REPEAT('大', 6000000) WHERE lsh = ?".formatted(table, column))
                .param(serial)
                .update();
    }

    @Test
    void takesTheOthersWhereRowsSayWhatTheirPartnerMayNot() {
        connect(Engine.POSTGRESQL);
        long serial = tables.insert(PROJECTS, project(code()));
        grant("project.updated");
        read();
        assertThat(tables.state(PROJECTS, serial)).isEqualTo(NEW);
        assertThat(tables.reason(PROJECTS, serial)).contains("project.code-assigned");
        assertThat(alarms()).singleElement().asString().contains("project.code-assigned");
        long bad = tables.insert(PROJECTS, with(project(code()), "xmmc", "锟斤拷"));
        read();
        assertThat(tables.state(PROJECTS, bad)).as("behind the one that waits").isEqualTo(FAILED);
        grant("project.code-assigned");
        read();
        assertThat(tables.state(PROJECTS, serial)).isEqualTo(TAKEN);
        assertThat(alarms()).isEmpty();
    }

    private void grant(String service) {
        describe(platform, """
            kind: approval-platform
            region: "%s"
            endpoint: { transport: database, dialect: approval-exchange, url: "%s", tables: _V3, account: %s, secret: "file:secrets/%s" }
            sends: [ { service: %s } ]
            """.formatted(REGION, tables.url(), Engine.POSTGRESQL.account(), platform, service));
    }

    @ParameterizedTest
    @EnumSource
    void takesTwoThousandRowsInLessTimeThanTheyWouldNeedAtTheDoor(Engine engine) {
        connect(engine);
        List<Map<String, Object>> rows = new ArrayList<>();
        Stream.generate(WithFronts::code).limit(2000).forEach(code -> rows.add(project(code)));
        tables.insertAll(PROJECTS, rows);
        Stream.generate(() -> coded()).limit(100).forEach(draft -> accepted(post(draft)));
        long before = atTheDoor();
        long front = timed(WithFronts::read);
        long door = Math.max(before, atTheDoor());
        System.out.printf("2,000 rows of %s in %d ms; 200 messages at the door in %d ms%n", engine, front, door);
        assertThat(tables.count(PROJECTS, TAKEN)).isEqualTo(2000);
        assertThat(front).isLessThan(10 * door);
    }

    /** The machine may have more to do at one time than at another. */
    private static long atTheDoor() {
        return timed(() -> Stream.generate(() -> coded()).limit(200).forEach(draft -> accepted(post(draft))));
    }

    private static long timed(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private List<String> alarms() {
        return bean(FrontWatch.class).alarms().stream()
                .filter(alarm -> alarm.startsWith(platform + ":"))
                .toList();
    }
}
