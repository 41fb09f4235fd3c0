package org.dianqiao.connector.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.connector.front.Tables.DOCUMENTS;
import static org.dianqiao.connector.front.Tables.ITEMS;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.dianqiao.doctor.Doctor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verb `doctor` on front-end databases. */
class FrontsUnderTheDoctorTest extends WithFronts {

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
