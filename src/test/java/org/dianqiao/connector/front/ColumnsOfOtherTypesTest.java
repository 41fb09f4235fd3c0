package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.connector.front.Tables.DETAILS;
import static org.dianqiao.connector.front.Tables.ITEMS;
import static org.dianqiao.connector.front.Tables.PROJECTS;
import static org.dianqiao.connector.front.Tables.detail;
import static org.dianqiao.connector.front.Tables.item;
import static org.dianqiao.connector.front.Tables.project;
import static org.dianqiao.connector.front.Tables.with;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Provinces give the standard's columns types of their own; what stands in them stays what it is. */
class ColumnsOfOtherTypesTest extends WithFronts {

    private final String code = code();

    @Test
    void keepTheDayThatDoesNotExist() {
        connect(Engine.MARIADB);
        change(PROJECTS, "nkgsj date");
        long serial = tables.insert(PROJECTS, with(project(code), "nkgsj", null));
        tables.jdbc()
                .sql("SET STATEMENT sql_mode = 'ALLOW_INVALID_DATES' FOR UPDATE " + PROJECTS
                        + " SET nkgsj = '2026-02-30' WHERE lsh = ?")
                .param(serial)
                .update();
        read();
        assertThat(tables.state(PROJECTS, serial)).isEqualTo(FAILED);
        assertThat(tables.reason(PROJECTS, serial)).contains("nkgsj");
    }

    /** MySQL's way to say that there is none. */
    @Test
    void haveNoDayInNoughts() {
        connect(Engine.MARIADB);
        change(PROJECTS, "nkgsj date");
        long serial = tables.insert(PROJECTS, with(project(code), "nkgsj", null));
        tables.jdbc()
                .sql("SET STATEMENT sql_mode = '' FOR UPDATE " + PROJECTS + " SET nkgsj = '0000-00-00' WHERE lsh = ?")
                .param(serial)
                .update();
        read();
        assertThat(tables.reason(PROJECTS, serial)).isEmpty();
        assertThat(tables.state(PROJECTS, serial)).isEqualTo(TAKEN);
    }

    @Test
    void keepANumberThatLooksLikeYesOrNo() {
        connect(Engine.MARIADB);
        change(PROJECTS, "sjyxbs tinyint(1) NOT NULL DEFAULT 1");
        change(DETAILS, "blzt tinyint(1)");
        tables.insert(PROJECTS, project(code));
        tables.insert(ITEMS, item(code, "A1"));
        tables.insert(DETAILS, detail(code, "A1", "11"));
        tables.insert(PROJECTS, with(project(code), "sjyxbs", 0));
        read();
        pass(Duration.ofMinutes(11));
        read();
        assertThat(lead(code).path("milestones").findValuesAsText("status")).contains("11");
        assertThat(said()).last().isEqualTo("project.withdrawn accepted");
    }

    /** A database without an encoding has whatever bytes were put there. */
    @Test
    void areReadWhereTheyAreNoText() {
        tables = Engine.freshWithoutEncoding();
        connect(Engine.POSTGRESQL.account(), tables, "");
        long first = tables.insert(PROJECTS, project(code));
        String other = code();
        long bad = tables.insert(PROJECTS, project(other));
        tables.jdbc()
                .sql("UPDATE " + PROJECTS + " SET xmmc = E'\\xd6\\xd0\\xd4\\xad' WHERE lsh = ?")
                .param(bad)
                .update();
        long last = tables.insert(PROJECTS, project(code()));
        read();
        assertThat(tables.state(PROJECTS, first)).isEqualTo(TAKEN);
        assertThat(tables.state(PROJECTS, last)).isEqualTo(TAKEN);
        assertThat(tables.state(PROJECTS, bad)).isEqualTo(FAILED);
        assertThat(tables.reason(PROJECTS, bad)).contains("乱码");
    }

    @Test
    void areReadWhereValidityIsText() {
        connect(Engine.POSTGRESQL);
        change(PROJECTS, "sjyxbs varchar(1)");
        change(DETAILS, "sjyxbs varchar(1)");
        tables.insert(PROJECTS, project(code));
        tables.insert(ITEMS, item(code, "A1"));
        long serial = tables.insert(DETAILS, detail(code, "A1", "11"));
        read();
        assertThat(tables.state(DETAILS, serial)).isEqualTo(TAKEN);
    }

    /** Wherever the gateway runs. */
    @Test
    void keepTheMomentWithItsZone() {
        connect(Engine.POSTGRESQL);
        change(DETAILS, "blsj timestamptz");
        tables.insert(PROJECTS, project(code));
        tables.insert(ITEMS, item(code, "A1"));
        tables.insert(DETAILS, with(detail(code, "A1", "3"), "blsj", null));
        tables.jdbc()
                .sql("UPDATE " + DETAILS + " SET blsj = '2026-10-08 09:30:00+08'")
                .update();
        read();
        assertThat(lead(code).path("milestones").findValuesAsText("at")).contains("2026-10-08T09:30:00+08:00");
    }

    @ParameterizedTest
    @CsvSource({"nkgsj timestamp", "njcsj date", "ztze double precision", "sbsj date", "gxsj date"})
    void areReadAsWhatTheySay(String column) {
        connect(Engine.POSTGRESQL);
        String name = column.substring(0, column.indexOf(' '));
        change(PROJECTS, column);
        long serial = tables.insert(PROJECTS, with(project(code), name, null));
        String value = name.equals("ztze") ? "12345678.9" : "DATE '2026-09-15'";
        tables.jdbc().sql("UPDATE " + PROJECTS + " SET " + name + " = " + value).update();
        read();
        assertThat(tables.reason(PROJECTS, serial)).isEmpty();
        assertThat(tables.state(PROJECTS, serial)).isEqualTo(TAKEN);
    }

    private void change(String table, String column) {
        String name = column.substring(0, column.indexOf(' '));
        if (tables.url().startsWith("jdbc:postgresql")) {
            tables.jdbc().sql("ALTER TABLE " + table + " DROP COLUMN " + name).update();
            tables.jdbc()
                    .sql("ALTER TABLE " + table + " ADD " + column + (name.equals("sjyxbs") ? " DEFAULT '1'" : ""))
                    .update();
        } else {
            tables.jdbc().sql("ALTER TABLE " + table + " MODIFY " + column).update();
        }
    }
}
