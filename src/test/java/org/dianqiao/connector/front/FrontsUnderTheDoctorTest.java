package org.dianqiao.connector.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.connector.front.Tables.DETAILS;
import static org.dianqiao.connector.front.Tables.DOCUMENTS;
import static org.dianqiao.connector.front.Tables.ITEMS;
import static org.dianqiao.connector.front.Tables.PROJECTS;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dianqiao.doctor.Doctor;
import org.dianqiao.platform.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The verb `doctor` on front-end databases. */
class FrontsUnderTheDoctorTest extends WithFronts {

    private static final String TAKES_TASKS = "department: planning\nreceives: [permit.task-assigned]";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource
    void findThatAllIsThere(Engine engine) {
        connect(engine);
        assertThat(examined()).as(told()).isZero();
        assertThat(told())
                .contains("可以登录", "时钟 clock", "approval-exchange.details.find.select 所用的表和列都在")
                .contains("approval-exchange.task-rows.item 所用的表和列都在");
    }

    @ParameterizedTest
    @EnumSource
    void findTablesAndColumnsThatAreMissing(Engine engine) {
        connect(engine);
        tables.jdbc().sql("DROP TABLE " + ITEMS).update();
        tables.jdbc().sql("ALTER TABLE " + DOCUMENTS + " DROP COLUMN zzbs").update();
        assertThat(examined()).isOne();
        assertThat(told())
                .containsPattern("BAD   表 tables: approval-exchange.items.find.select .*(?i)" + ITEMS)
                .containsPattern("BAD   表 tables: approval-exchange.documents.find.select .*zzbs")
                .contains("ok    表 tables: approval-exchange.projects.find.select 所");
    }

    @Test
    void findThatTheAccountMayWhatItNeeds() {
        connectWith("", "SELECT", "UPDATE (sjsczt, sbyy)");
        assertThat(examined()).as(told()).isZero();
        assertThat(told())
                .contains("ok    表 tables: approval-exchange.items.states.")
                .contains("note  权限 rights: approval-exchange.task-rows.item ")
                .doesNotContain("BAD ");
    }

    @Test
    void findStatementsThatTheAccountMayNotMake() {
        connectWith(TAKES_TASKS, "SELECT");
        assertThat(examined()).isOne();
        assertThat(told())
                .contains("ok    表 tables: approval-exchange.items.find.select ")
                .containsPattern("BAD   权限 rights: approval-exchange.items.states.* .*permission denied .*(?i)" + ITEMS)
                .containsPattern("BAD   权限 rights: approval-exchange.task-rows.item .*permission denied .*(?i)" + ITEMS)
                .contains("wrong: rights");
    }

    @Test
    void findThatTheAccountMayNothing() {
        connectWith("");
        assertThat(examined()).isOne();
        assertThat(told())
                .containsPattern("BAD   权限 rights: approval-exchange.items.find.select .*permission denied")
                .doesNotContain("ok    表");
    }

    @ParameterizedTest
    @EnumSource
    void leaveEverythingAsItIs(Engine engine) {
        connect(engine);
        long serial = tables.insert(PROJECTS, Tables.project(code()));
        assertThat(examined()).as(told()).isZero();
        assertThat(tables.state(PROJECTS, serial)).isEqualTo(NEW);
        assertThat(Stream.of(PROJECTS, ITEMS, DETAILS).map(this::rows)).containsExactly(1L, 0L, 0L);
    }

    private long rows(String table) {
        return tables.jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    /** As an account that owns none of the tables, and may this on each of those that are exchanged. */
    private void connectWith(String more, String... rights) {
        EmbeddedDatabase server = bean(EmbeddedDatabase.class);
        String schema = platform.replaceAll("\\W", "_");
        JdbcClient.create(owner()).sql("CREATE SCHEMA " + schema).update();
        String url = server.url() + "?currentSchema=" + schema;
        DataSource owner = new DriverManagerDataSource(url, server.ownerUser(), server.ownerPassword());
        tables = new Tables(url, owner, server.password()).made(sql -> sql);
        grant("USAGE ON SCHEMA " + schema);
        if (rights.length > 0) {
            grant("SELECT ON ALL TABLES IN SCHEMA " + schema);
        }
        for (String table : List.of(PROJECTS, ITEMS, DETAILS, DOCUMENTS)) {
            Stream.of(rights).forEach(right -> grant(right + " ON " + table));
        }
        connect(server.user(), tables, more);
    }

    private void grant(String right) {
        String account = bean(EmbeddedDatabase.class).user();
        tables.jdbc().sql("GRANT " + right + " TO " + account).update();
    }

    @Test
    void findThatNobodyIsLetIn() {
        tables = Engine.POSTGRESQL.fresh();
        connect(Engine.POSTGRESQL.account(), new Tables(tables.url(), tables.source(), "wrong"), "");
        assertThat(examined()).isOne();
        assertThat(told()).contains("BAD   登录 login");
    }

    @Test
    void findThatNobodyAnswers() {
        tables = Engine.POSTGRESQL.fresh();
        connect("nobody", new Tables("jdbc:mariadb://127.0.0.1:1/front", tables.source(), "none"), "");
        assertThat(examined()).isOne();
        assertThat(told()).contains("BAD   端口 port: 1 端口连接不上");
    }

    private int examined() {
        PrintStream out = new PrintStream(said, true, UTF_8);
        String[] line = {"--partner", platform, "--dianqiao.home=" + home(), "--dianqiao.sandbox=keys"};
        return Doctor.run(line, out, out);
    }

    private String told() {
        return said.toString(UTF_8);
    }
}
